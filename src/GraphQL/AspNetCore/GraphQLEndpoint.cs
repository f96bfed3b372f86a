using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>GraphQL over HTTP: reads a request, runs it, writes the answer.</summary>
internal sealed class GraphQLEndpoint(OperationPipeline pipeline, IViewerAccessor viewers)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (ResponseMediaType.Negotiate(context.Request) is not { } mediaType)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, ResponseMediaType.Json,
                new GraphQLError($"The answer comes as {ResponseMediaType.GraphQLResponse.Name} or {ResponseMediaType.Json.Name}.", ErrorCodes.BadRequest));
            return;
        }
        try
        {
            var request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            await AnswerAsync(context, request, mediaType);
        }
        catch (HttpRequestRefusedException refused)
        {
            if (refused.Allow is not null) context.Response.Headers.Allow = refused.Allow;
            await RefuseAsync(context, refused.Status, mediaType, refused.Error);
        }
        catch (MethodNotAllowedException refused)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, mediaType, new GraphQLError(refused.Message, ErrorCodes.BadRequest));
        }
        catch (GraphQLRequestException refused)
        {
            await RefuseAsync(context, mediaType.StatusOf(refused.Errors), mediaType, [.. refused.Errors]);
        }
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, ResponseMediaType mediaType)
    {
        using var output = new ResponseOutput(async (part, cancellation) =>
        {
            if (!context.Response.HasStarted) Begin(context.Response, StatusCodes.Status200OK, mediaType);
            await context.Response.BodyWriter.WriteAsync(part, cancellation);
        });
        var viewer = await viewers.GetAsync(context, fresh: false);
        try
        {
            await pipeline.ExecuteAsync(pipeline.Prepare(request, viewer), output, context.RequestServices, context.RequestAborted);
        }
        catch (StaleViewerException stale)
        {
            // The data statement was refused before it gave a row, so nothing was written. A second time is a fault. What a mutation has
            // done by then, perhaps to the viewer itself, is not done again.
            output.Restart();
            viewer = await viewers.GetAsync(context, fresh: true);
            await pipeline.ExecuteAsync(pipeline.Prepare(request, viewer), output, context.RequestServices, context.RequestAborted, again: stale);
        }
        await output.CompleteAsync(context.RequestAborted);
    }

    private static async Task RefuseAsync(HttpContext context, int status, ResponseMediaType mediaType, params GraphQLError[] errors)
    {
        using var output = new ResponseOutput(async (part, cancellation) =>
        {
            Begin(context.Response, status, mediaType);
            await context.Response.BodyWriter.WriteAsync(part, cancellation);
        });
        output.Json.WriteStartObject();
        ResponseJson.WriteErrors(output.Json, errors);
        output.Json.WriteEndObject();
        await output.CompleteAsync(context.RequestAborted);
    }

    private static void Begin(HttpResponse response, int status, ResponseMediaType mediaType)
    {
        response.StatusCode = status;
        response.ContentType = $"{mediaType.Name}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
    }
}
