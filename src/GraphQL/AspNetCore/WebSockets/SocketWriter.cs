using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>Sends messages, one at a time. A client that takes none for long is cut off: nothing is kept for it.</summary>
internal sealed class SocketWriter(WebSocket socket, TimeSpan timeout) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public Task AckAsync() => SendAsync(json => json.WriteString("type"u8, "connection_ack"u8));

    public Task PongAsync(JsonElement? payload) => SendAsync(json =>
    {
        json.WriteString("type"u8, "pong"u8);
        if (payload is not { } given) return;
        json.WritePropertyName("payload"u8);
        given.WriteTo(json);
    });

    public Task CompleteAsync(string id) => SendAsync(json => Begin(json, id, "complete"u8));

    public Task ErrorAsync(string id, IReadOnlyList<GraphQLError> errors) => SendAsync(json =>
    {
        Begin(json, id, "error"u8);
        json.WritePropertyName("payload"u8);
        ResponseJson.WriteErrorList(json, errors);
    });

    /// <summary>Sends an answer.</summary>
    public Task NextAsync(string id, ReadOnlyMemory<byte> answer) => SendAsync(json =>
    {
        Begin(json, id, "next"u8);
        json.WritePropertyName("payload"u8);
        json.WriteRawValue(answer.Span, skipInputValidation: true);
    });

    /// <summary>Begins an answer that comes in parts; until it is disposed no other message is sent.</summary>
    public async Task<SocketAnswer> BeginAnswerAsync(string id, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        return new SocketAnswer(this, id);
    }

    /// <summary>Says goodbye and waits for the client's.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        using var limit = new CancellationTokenSource(timeout);
        await _one.WaitAsync(limit.Token);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, Short(reason), limit.Token);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task SendAsync(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, ResponseJson.WriterOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        await _one.WaitAsync();
        try
        {
            await SendPartAsync(buffer.WrittenMemory, isLast: true);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A message that is cut off leaves the socket aborted.</summary>
    internal async Task SendPartAsync(ReadOnlyMemory<byte> part, bool isLast)
    {
        using var limit = new CancellationTokenSource(timeout);
        await socket.SendAsync(part, WebSocketMessageType.Text, isLast, limit.Token);
    }

    internal void EndAnswer() => _one.Release();

    internal static void Begin(Utf8JsonWriter json, string id, ReadOnlySpan<byte> type)
    {
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, type);
    }

    /// <summary>A close frame holds 123 bytes (RFC 6455, 5.5).</summary>
    private static string Short(string reason)
    {
        int length = Math.Min(reason.Length, 123);
        while (System.Text.Encoding.UTF8.GetByteCount(reason.AsSpan(0, length)) > 123) length--;
        return reason[..length];
    }

    public void Dispose() => _one.Dispose();
}
