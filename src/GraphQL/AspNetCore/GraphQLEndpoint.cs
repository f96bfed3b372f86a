using HomeroomGraph.GraphQL.AspNetCore.WebSockets;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>The path that all transports share. GraphQL over HTTP: reads a request, runs it, writes the answer.</summary>
internal sealed class GraphQLEndpoint(
    OperationPipeline pipeline, OperationRunner runner, EventStreamEndpoint streams, WebSocketEndpoint sockets, TransportOptions options)
{
    private const string NotStreamed = "A subscription needs a stream: ask with 'Accept: text/event-stream' (graphql-sse), or over a WebSocket on the same path (graphql-transport-ws).";

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true })
        {
            await sockets.HandleAsync(context);
            return;
        }
        if (ResponseMediaType.Negotiate(context.Request) is not { } mediaType)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, ResponseMediaType.Json,
                new GraphQLError($"The answer comes as {ResponseMediaType.GraphQLResponse.Name} or {ResponseMediaType.Json.Name}, or streams as {ResponseMediaType.EventStream.Name}.", ErrorCodes.BadRequest));
            return;
        }
        try
        {
            var request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            if (mediaType == ResponseMediaType.EventStream) await streams.AnswerAsync(context, request);
            else await AnswerAsync(context, request, mediaType);
        }
        catch (HttpRequestRefusedException refused)
        {
            if (refused.Allow is not null) context.Response.Headers.Allow = refused.Allow;
            await RefuseAsync(context, mediaType.StatusOf(refused, options.NewerStatuses), mediaType, refused.Error);
        }
        catch (MethodNotAllowedException refused)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, mediaType, new GraphQLError(refused.Message, ErrorCodes.BadRequest));
        }
        catch (GraphQLRequestException refused)
        {
            AnswerHeaders.TryAgain(context.Response, refused);
            await RefuseAsync(context, mediaType.StatusOf(refused.Errors, options.NewerStatuses), mediaType, [.. refused.Errors]);
        }
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, ResponseMediaType mediaType)
    {
        var repeated = await RepeatedRequest.BeginAsync(pipeline, runner, context, request, mediaType);
        if (await repeated.AnswerAsync(options.Compression ? ContentCoding.Negotiate(context.Request) : null)) return;
        var operation = await runner.PrepareAsync(request, context, repeated.Viewer);
        if (operation.Kind == OperationKind.Subscription) throw new GraphQLRequestException([new GraphQLError(NotStreamed, ErrorCodes.BadRequest)]);
        if (await repeated.AnswerAsync(operation)) return;
        using var answer = new HttpAnswer(context.Response, mediaType, CodingFor(operation, context.Request))
        {
            Status = output => mediaType.StatusOf(output, options.NewerStatuses),
        };
        repeated.Follow(operation, answer);
        await runner.RunAsync(request, operation, context, answer.Output, context.RequestAborted);
        await answer.CompleteAsync(context.RequestAborted);
        repeated.Remember(operation, answer);
    }

    /// <summary>A mutation's answer may hold a secret beside what its caller chose (a token, a first password), and is small.</summary>
    private ContentCoding? CodingFor(PreparedOperation operation, HttpRequest request) =>
        options.Compression && operation.Kind != OperationKind.Mutation ? ContentCoding.Negotiate(request) : null;

    private static async Task RefuseAsync(HttpContext context, int status, ResponseMediaType mediaType, params GraphQLError[] errors)
    {
        // What is refused before a stream begins has a status and is no stream.
        using var answer = new HttpAnswer(context.Response, mediaType == ResponseMediaType.EventStream ? ResponseMediaType.Json : mediaType) { Status = _ => status };
        ResponseJson.WriteRefusal(answer.Output.Json, errors);
        await answer.CompleteAsync(context.RequestAborted);
    }
}
