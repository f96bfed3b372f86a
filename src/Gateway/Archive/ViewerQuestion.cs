using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>Asks the schema for a request that is none of GraphQL, as its viewer: with the policies, limits and turns of a question that the viewer had
/// sent. So what else goes out than rows rests on the one place that says who sees which.</summary>
internal sealed class ViewerQuestion(OperationRunner runner)
{
    /// <summary>The answer's data.</summary>
    /// <exception cref="GraphQLRequestException">The viewer may not ask, or not now.</exception>
    public async Task<JsonElement> AskAsync(HttpContext context, ReadOnlyMemory<byte> document, object variables)
    {
        var request = new GraphQLRequest(document, null, JsonSerializer.SerializeToElement(variables), QueryOnly: true);
        var answer = new ArrayBufferWriter<byte>();
        using var output = new ResponseOutput((part, _) =>
        {
            answer.Write(part.Span);
            return ValueTask.CompletedTask;
        });
        await runner.RunAsync(request, await runner.PrepareAsync(request, context), context, output, context.RequestAborted);
        await output.CompleteAsync(context.RequestAborted);
        using var json = JsonDocument.Parse(answer.WrittenMemory);
        return json.RootElement.GetProperty("data").Clone();
    }
}
