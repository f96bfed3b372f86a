using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Exports;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Answers a query of one list with the whole list as a file. The request is one of GraphQL over HTTP; the format is asked for by
/// <c>?format=</c> or by <c>Accept</c>.</summary>
internal sealed class ExportEndpoint(ExportPipeline pipeline, OperationRunner runner, IReadOnlyList<ExportFormat> formats, TransportOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var format = FormatOf(context.Request);
            var request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            await SendAsync(context, request, format);
        }
        catch (HttpRequestRefusedException refused)
        {
            if (refused.Allow is not null) context.Response.Headers.Allow = refused.Allow;
            await RefuseAsync(context, refused.Status, refused.Error);
        }
        catch (MethodNotAllowedException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, new GraphQLError("Only a query can be exported.", ErrorCodes.BadUserInput));
        }
        catch (GraphQLRequestException refused)
        {
            AnswerHeaders.TryAgain(context.Response, refused);
            await RefuseAsync(context, ResponseMediaType.GraphQLResponse.StatusOf(refused.Errors, options.NewerStatuses), [.. refused.Errors]);
        }
    }

    private async Task SendAsync(HttpContext context, GraphQLRequest request, ExportFormat format)
    {
        var export = await runner.PrepareAsync(context, Prepare);
        using var file = new FileAnswer(context.Response, export, options.Compression ? ContentCoding.Negotiate(context.Request) : null);
        await runner.RunAsync(context, export, Prepare, (ready, before) => pipeline.ExecuteAsync(ready, file.Output, before is not null, context.RequestAborted), file.Output.Restart);
        await file.CompleteAsync(context.RequestAborted);

        PreparedExport Prepare(IViewer viewer) => pipeline.Prepare(request, format, viewer);
    }

    /// <exception cref="HttpRequestRefusedException">There is no such format.</exception>
    private ExportFormat FormatOf(HttpRequest request)
    {
        string name = request.Query["format"].ToString();
        if (name.Length > 0)
            return formats.FirstOrDefault(format => format.Name == name) ?? throw new HttpRequestRefusedException(StatusCodes.Status400BadRequest, Choice("'format' is"));
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).Select(Find).FirstOrDefault(format => format is not null)
            ?? throw new HttpRequestRefusedException(
                accepted.Count == 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status406NotAcceptable, Choice("Ask for a format by 'format' or 'Accept': it is"));
    }

    private ExportFormat? Find(MediaTypeHeaderValue accepted) =>
        formats.FirstOrDefault(format => accepted.MediaType.Equals(MediaTypeHeaderValue.Parse(format.MediaType).MediaType, StringComparison.OrdinalIgnoreCase));

    private string Choice(string beginning) => $"{beginning} one of {string.Join(", ", formats.Select(format => format.Name))}.";

    private static async Task RefuseAsync(HttpContext context, int status, params GraphQLError[] errors)
    {
        using var answer = new HttpAnswer(context.Response, ResponseMediaType.GraphQLResponse) { Status = _ => status };
        ResponseJson.WriteRefusal(answer.Output.Json, errors);
        await answer.CompleteAsync(context.RequestAborted);
    }
}
