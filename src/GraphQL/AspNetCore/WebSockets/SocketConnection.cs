using System.Collections.Concurrent;
using System.Net.WebSockets;
using HomeroomGraph.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>One WebSocket: who it is, and the operations that run on it.</summary>
internal sealed class SocketConnection(
    HttpContext context, WebSocket socket, OperationRunner runner, IViewerAccessor viewers, IFaultReport faults, TransportOptions options, TimeProvider clock)
{
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(5);

    private readonly SocketReader _reader = new(socket, options.MessageBytes);
    private readonly SocketWriter _writer = new(socket, options.SendTimeout);
    private readonly ConcurrentDictionary<string, SocketOperation> _operations = [];
    private readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private readonly TaskCompletionSource<CloseConnectionException> _mustClose = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAcknowledged;

    /// <summary>Serves the client until one of both closes.</summary>
    /// <param name="stopping">The server stops.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var stop = stopping.Register(() => Close(CloseCode.GoingAway, "The server stops. Connect again."));
        using var init = clock.CreateTimer(
            _ => CloseUnlessAcknowledged(), null, options.InitTimeout, Timeout.InfiniteTimeSpan);
        ITimer? expiry = null;
        try
        {
            var receiving = ReceiveAsync(() => expiry = Expire());
            await Task.WhenAny(receiving, _mustClose.Task);
            if (_mustClose.Task.IsCompleted) await CloseAsync(await _mustClose.Task, receiving);
            else await receiving;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone, or took nothing for so long that it was cut off.
        }
        finally
        {
            if (expiry is not null) await expiry.DisposeAsync();
            await _closing.CancelAsync();
            await Task.WhenAll(_operations.Values.Select(operation => operation.Ended));
            _writer.Dispose();
            _closing.Dispose();
        }
    }

    private async Task ReceiveAsync(Action acknowledged)
    {
        try
        {
            while (await _reader.ReadAsync(_closing.Token) is { } text)
            {
                if (_mustClose.Task.IsCompleted) continue;
                switch (SocketMessage.Read(text))
                {
                    case SocketMessage.ConnectionInit init:
                        await AcknowledgeAsync(init);
                        acknowledged();
                        break;
                    case SocketMessage.Ping ping: await _writer.PongAsync(ping.Payload); break;
                    case SocketMessage.Subscribe subscribe: await StartAsync(subscribe); break;
                    case SocketMessage.Complete complete when _operations.TryGetValue(complete.Id, out var operation): operation.Stop(); break;
                }
            }
            await _writer.CloseAsync(WebSocketCloseStatus.NormalClosure, "");
        }
        catch (CloseConnectionException close)
        {
            _mustClose.TrySetResult(close);
        }
    }

    private async Task AcknowledgeAsync(SocketMessage.ConnectionInit init)
    {
        if (_isAcknowledged) throw new CloseConnectionException(CloseCode.TooManyInitRequests, "Too many initialisation requests");
        try
        {
            if (init.Authorization is not null) await viewers.SignInAsync(context, init.Authorization);
            if (!(await viewers.GetAsync(context, fresh: false)).IsAuthenticated)
                throw new CloseConnectionException(CloseCode.Forbidden, "Sign in first: send {\"Authorization\": \"Bearer …\"} as the payload of connection_init.");
        }
        catch (GraphQLRequestException refused)
        {
            throw new CloseConnectionException(CloseCode.Forbidden, refused.Message);
        }
        _isAcknowledged = true;
        await _writer.AckAsync();
    }

    private async Task StartAsync(SocketMessage.Subscribe subscribe)
    {
        if (!_isAcknowledged) throw new CloseConnectionException(CloseCode.Unauthorized, "Unauthorized");
        if (_operations.ContainsKey(subscribe.Id))
            throw new CloseConnectionException(CloseCode.SubscriberAlreadyExists, $"Subscriber for {subscribe.Id} already exists");
        if (_operations.Count >= options.OperationsPerConnection)
        {
            await _writer.ErrorAsync(subscribe.Id, [new GraphQLError(
                $"A connection may have {options.OperationsPerConnection} operations at a time. Complete one first.", ErrorCodes.LimitExceeded)]);
            return;
        }
        var operation = _operations[subscribe.Id] = new SocketOperation(subscribe.Id, context, runner, faults, _writer, _closing.Token);
        operation.Start(subscribe.Request, ended: () => _operations.TryRemove(subscribe.Id, out _), mustClose: close => _mustClose.TrySetResult(close));
    }

    private ITimer? Expire() => viewers.ExpiryOf(context) is { } at
        ? CredentialExpiry.Await(at, clock, () => Close(CloseCode.Forbidden, "The access token has expired. Connect again with a new one."))
        : null;

    private void CloseUnlessAcknowledged()
    {
        if (!_isAcknowledged) Close(CloseCode.InitTimeout, "Connection initialisation timeout");
    }

    private void Close(WebSocketCloseStatus status, string reason) => _mustClose.TrySetResult(new CloseConnectionException(status, reason));

    /// <summary>Nothing more is sent once the close is; what the client still sends until its own is read and left.</summary>
    private async Task CloseAsync(CloseConnectionException close, Task receiving)
    {
        foreach (var operation in _operations.Values) operation.Stop();
        await _writer.CloseAsync(close.Status, close.Message);
        _closing.CancelAfter(GoodbyeTimeout);
        if (!receiving.IsCompleted) await receiving;
        else while (await _reader.ReadAsync(_closing.Token) is not null);
    }
}
