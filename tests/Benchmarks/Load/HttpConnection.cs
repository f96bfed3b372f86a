using System.Buffers.Text;
using System.Net.Sockets;

namespace HomeroomGraph.Benchmarks.Load;

/// <summary>
/// One kept-alive connection that sends prepared bytes and reads answers to their end, and does as little as it can: a blocking socket,
/// one buffer, and of the headers only what frames the body. For trusted servers on this machine.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    private byte[] _buffer = new byte[256 << 10];
    private int _filled;

    public HttpConnection(Uri server) => _socket.Connect(server.Host, server.Port);

    /// <summary>The body of the last answer, with the framing of its chunks if it came in chunks.</summary>
    public ReadOnlySpan<byte> Framed => _buffer.AsSpan(BodyStart, _filled - BodyStart);

    /// <summary>Whether the last answer came in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>The last answer's headers.</summary>
    public ReadOnlySpan<byte> Headers => _buffer.AsSpan(0, BodyStart);

    private int BodyStart { get; set; }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>The status, and the number of bytes in the body without its framing.</returns>
    public (int Status, int Length) Exchange(byte[] request)
    {
        _socket.Send(request);
        _filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0) Receive();
        BodyStart = end + 4;
        var headers = _buffer.AsSpan(0, BodyStart);
        var status = (headers[9] - '0') * 100 + (headers[10] - '0') * 10 + headers[11] - '0';
        IsChunked = false;
        if (status == 304) return (status, 0);
        if (NumberAfter(headers, "\r\nContent-Length: "u8) is >= 0 and var length)
        {
            while (_filled < BodyStart + length) Receive();
            return (status, length);
        }

        IsChunked = true;
        return (status, ReadChunks());
    }

    /// <summary>The last answer's body.</summary>
    public byte[] Body()
    {
        if (!IsChunked) return Framed.ToArray();
        using var body = new MemoryStream();
        for (var at = BodyStart; ;)
        {
            var (size, start) = ChunkAt(at);
            if (size == 0) return body.ToArray();
            body.Write(_buffer, start, size);
            at = start + size + 2;
        }
    }

    private int ReadChunks()
    {
        for (int at = BodyStart, total = 0; ;)
        {
            int size, start;
            while (((size, start) = ChunkAt(at)).size < 0 || _filled < start + size + 2) Receive();
            if (size == 0) return total;
            total += size;
            at = start + size + 2;
        }
    }

    /// <summary>The size of the chunk whose head begins there, and where its bytes begin; -1 while the head is not whole.</summary>
    private (int Size, int Start) ChunkAt(int at)
    {
        var line = _buffer.AsSpan(at, _filled - at);
        var length = line.IndexOf("\r\n"u8);
        if (length < 0) return (-1, 0);
        return Utf8Parser.TryParse(line[..length], out int size, out _, 'x') ? (size, at + length + 2) : throw new InvalidDataException("The answer is not framed as HTTP/1.1 does.");
    }

    private static int NumberAfter(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        var at = headers.IndexOf(name);
        if (at < 0 && (at = headers.IndexOf("\r\ncontent-length: "u8)) < 0) return -1;
        return Utf8Parser.TryParse(headers[(at + name.Length)..], out int number, out _) ? number : -1;
    }

    private void Receive()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = _socket.Receive(_buffer.AsSpan(_filled));
        if (received == 0) throw new EndOfStreamException("The server closed the connection in the middle of an answer.");
        _filled += received;
    }

    public void Dispose() => _socket.Dispose();
}
