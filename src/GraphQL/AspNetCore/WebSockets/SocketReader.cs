using System.Net.WebSockets;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>Receives messages, up to a size.</summary>
internal sealed class SocketReader(WebSocket socket, int largest)
{
    private byte[] _buffer = new byte[4 * 1024];

    /// <summary>The next message; null when the client has closed.</summary>
    /// <exception cref="CloseConnectionException">It is too large, or not text.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        int length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            if (received.MessageType == WebSocketMessageType.Binary) throw new CloseConnectionException(CloseCode.InvalidMessage, "Send messages as text.");
            length += received.Count;
            if (length > largest) throw new CloseConnectionException(CloseCode.MessageTooBig, $"A message may have {largest} bytes.");
            if (received.EndOfMessage) return _buffer[..length];
            if (length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, largest + 1));
        }
    }
}
