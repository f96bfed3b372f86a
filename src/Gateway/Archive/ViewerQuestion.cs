using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>Asks the schema for a request that is none of GraphQL, as its viewer: with the policies, limits and turns of a question that the viewer had
/// sent. So what else goes out than rows rests on the one place that says who sees which.</summary>
internal sealed class ViewerQuestion(OperationPipeline pipeline, IViewerAccessor viewers)
{
    /// <summary>Rights may change while they are looked up.</summary>
    private const int MostAttempts = 4;

    /// <summary>The answer's data.</summary>
    /// <exception cref="GraphQLRequestException">The viewer may not ask, or not now.</exception>
    public async Task<JsonElement> AskAsync(HttpContext context, ReadOnlyMemory<byte> document, object variables)
    {
        var request = new GraphQLRequest(document, null, JsonSerializer.SerializeToElement(variables), QueryOnly: true);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(request, await viewers.GetAsync(context, fresh: attempt > 1), context);
            }
            catch (StaleViewerException) when (attempt < MostAttempts)
            {
                // Looked up anew.
            }
        }
    }

    private async Task<JsonElement> RunAsync(GraphQLRequest request, IViewer viewer, HttpContext context)
    {
        var answer = new ArrayBufferWriter<byte>();
        using var output = new ResponseOutput((part, _) =>
        {
            answer.Write(part.Span);
            return ValueTask.CompletedTask;
        });
        await pipeline.ExecuteAsync(pipeline.Prepare(request, viewer), output, context.RequestServices, context.RequestAborted);
        await output.CompleteAsync(context.RequestAborted);
        using var json = JsonDocument.Parse(answer.WrittenMemory);
        return json.RootElement.GetProperty("data").Clone();
    }
}
