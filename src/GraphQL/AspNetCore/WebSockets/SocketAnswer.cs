using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>An answer as one message that is sent in parts, as it is made.</summary>
internal sealed class SocketAnswer(SocketWriter writer, string id) : IDisposable
{
    private bool _hasBegun;

    public async Task WriteAsync(ReadOnlyMemory<byte> part)
    {
        if (!_hasBegun) await writer.SendPartAsync(Head(), isLast: false);
        _hasBegun = true;
        await writer.SendPartAsync(part, isLast: false);
    }

    public Task EndAsync() => writer.SendPartAsync("}"u8.ToArray(), isLast: true);

    private ReadOnlyMemory<byte> Head()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseJson.WriterOptions))
        {
            json.WriteStartObject();
            SocketWriter.Begin(json, id, "next"u8);
            json.WritePropertyName("payload"u8);
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Other messages may be sent again.</summary>
    public void Dispose() => writer.EndAnswer();
}
