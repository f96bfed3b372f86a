using System.Net.WebSockets;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>An operation on a WebSocket, from its <c>subscribe</c> to its <c>complete</c> or <c>error</c>.</summary>
internal sealed class SocketOperation(
    string id, HttpContext context, OperationRunner runner, IFaultReport faults, SocketWriter writer, CancellationToken closing)
{
    private readonly CancellationTokenSource _stopped = CancellationTokenSource.CreateLinkedTokenSource(closing);
    private readonly Lock _lock = new();
    private bool _isSending;

    /// <summary>Done when nothing more is sent.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins it.</summary>
    /// <param name="ended">Its id is free again.</param>
    /// <param name="mustClose">It can't go on, and neither can the connection.</param>
    public void Start(GraphQLRequest request, Action ended, Action<CloseConnectionException> mustClose) => Ended = RunAsync(request, ended, mustClose);

    /// <summary>The client wants no more of it. A message that has begun is sent to its end, for no other can come before that.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (!_isSending) _stopped.Cancel();
        }
    }

    private async Task RunAsync(GraphQLRequest request, Action ended, Action<CloseConnectionException> mustClose)
    {
        // The receiving of messages goes on.
        await Task.Yield();
        var end = await AnswerAsync(request, mustClose);
        // Before its last message: the client may use the id again when it has that.
        ended();
        try
        {
            if (end is not null) await end();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The receiving sees it too, and ends the connection.
        }
    }

    /// <summary>Runs it, and says what is sent at its end; nothing when nobody waits for it any more.</summary>
    private async Task<Func<Task>?> AnswerAsync(GraphQLRequest request, Action<CloseConnectionException> mustClose)
    {
        try
        {
            var operation = await runner.PrepareAsync(request, context);
            if (operation.Kind == OperationKind.Subscription) await FollowAsync(request, operation);
            else await ExecuteAsync(request, operation);
            return () => writer.CompleteAsync(id);
        }
        catch (Exception) when (_stopped.IsCancellationRequested)
        {
            return null;
        }
        catch (SubscriptionEndedException ended) when (ended.EndsCredentials)
        {
            mustClose(new CloseConnectionException(CloseCode.Forbidden, ended.Message));
            return null;
        }
        catch (GraphQLRequestException refused) when (refused.Errors[0].Code == ErrorCodes.Unauthenticated)
        {
            // The connection had good credentials at its beginning.
            mustClose(new CloseConnectionException(CloseCode.Forbidden, refused.Message));
            return null;
        }
        catch (Exception fault) when (_isSending)
        {
            faults.Of(fault, context);
            mustClose(new CloseConnectionException(CloseCode.InternalError, "An answer could not be completed."));
            return null;
        }
        catch (SubscriptionEndedException ended)
        {
            return () => writer.ErrorAsync(id, [ended.Error]);
        }
        catch (GraphQLRequestException refused)
        {
            return () => writer.ErrorAsync(id, refused.Errors);
        }
        catch (Exception fault)
        {
            var told = faults.Of(fault, context);
            return () => writer.ErrorAsync(id, [told]);
        }
    }

    private async Task FollowAsync(GraphQLRequest request, PreparedOperation operation)
    {
        await using var subscription = await runner.SubscribeAsync(request, operation, context, _stopped.Token);
        await foreach (var response in subscription.ResponsesAsync(Timeout.InfiniteTimeSpan, _stopped.Token))
            await writer.NextAsync(id, response);
    }

    private async Task ExecuteAsync(GraphQLRequest request, PreparedOperation operation)
    {
        SocketAnswer? answer = null;
        using var output = new ResponseOutput(async (part, _) =>
        {
            answer ??= await BeginAnswerAsync();
            await answer.WriteAsync(part);
        });
        try
        {
            await runner.RunAsync(request, operation, context, output, _stopped.Token);
            await output.CompleteAsync(_stopped.Token);
            await answer!.EndAsync();
            _isSending = false;
        }
        finally
        {
            answer?.Dispose();
        }
    }

    private async Task<SocketAnswer> BeginAnswerAsync()
    {
        var answer = await writer.BeginAnswerAsync(id, _stopped.Token);
        lock (_lock)
        {
            if (!_stopped.IsCancellationRequested)
            {
                _isSending = true;
                return answer;
            }
        }
        answer.Dispose();
        throw new OperationCanceledException();
    }
}
