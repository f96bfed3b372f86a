using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Answers as server-sent events: GraphQL over SSE in its distinct connections mode, one operation a request. Each answer is an event
/// <c>next</c>, and the last event is <c>complete</c>. Errors are answers too, for the client has begun to read a stream.</summary>
internal sealed class EventStreamEndpoint(OperationRunner runner, IFaultReport faults, TransportOptions options, IHostApplicationLifetime host)
{
    /// <exception cref="MethodNotAllowedException">The request came by a method that may not do this.</exception>
    public async Task AnswerAsync(HttpContext context, GraphQLRequest request)
    {
        var events = new EventStream(context.Response);
        try
        {
            var operation = await runner.PrepareAsync(request, context);
            await events.BeginAsync(context.RequestAborted);
            if (operation.Kind == OperationKind.Subscription) await FollowAsync(context, request, operation, events);
            else await RunAsync(context, request, operation, events);
        }
        catch (GraphQLRequestException refused) when (!events.IsInside)
        {
            await events.NextAsync(refused.Errors, context.RequestAborted);
        }
        catch (SubscriptionEndedException ended)
        {
            await events.NextAsync([ended.Error], context.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not MethodNotAllowedException && !events.IsInside)
        {
            await events.NextAsync([faults.Of(fault, context)], context.RequestAborted);
        }
        await events.CompleteAsync(context.RequestAborted);
    }

    private async Task RunAsync(HttpContext context, GraphQLRequest request, PreparedOperation operation, EventStream events)
    {
        using var output = new ResponseOutput(events.WritePartAsync);
        await runner.RunAsync(request, operation, context, output, context.RequestAborted);
        await output.CompleteAsync(context.RequestAborted);
        await events.EndPartsAsync(context.RequestAborted);
    }

    /// <summary>Follows until the client goes, the subscription is ended, or the server stops, which completes the stream.</summary>
    private async Task FollowAsync(HttpContext context, GraphQLRequest request, PreparedOperation operation, EventStream events)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await using var subscription = await runner.SubscribeAsync(request, operation, context, stop.Token);
            // Browsers take a stream for open when its first bytes are there.
            await events.PingAsync(stop.Token);
            await foreach (var response in subscription.ResponsesAsync(options.PingEvery, stop.Token))
                await (response.IsEmpty ? events.PingAsync(stop.Token) : events.NextAsync(response, stop.Token));
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // The client may subscribe at another gateway.
        }
    }
}
