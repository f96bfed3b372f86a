using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>JSON text of PostgreSQL's making, in which ids and cursors stand plain between two marks (<see cref="Sql.JsonTextParts.AddBase64Url"/>) and
/// are written as base64url. A mark is a control character, which JSON has nowhere unescaped.</summary>
internal static class MarkedText
{
    private const byte Begin = 0x01, End = 0x02;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _written;

    public static void Write(ReadOnlySpan<byte> text, Utf8JsonWriter json)
    {
        int mark = text.IndexOf(Begin);
        if (mark < 0)
        {
            json.WriteRawValue(text, skipInputValidation: true);
            return;
        }
        var written = _written ??= new ArrayBufferWriter<byte>(4 * 1024);
        for (; mark >= 0; mark = text.IndexOf(Begin))
        {
            written.Write(text[..mark]);
            text = text[(mark + 1)..];
            int end = text.IndexOf(End);
            WriteBase64Url(text[..end], written);
            text = text[(end + 1)..];
        }
        written.Write(text);
        json.WriteRawValue(written.WrittenSpan, skipInputValidation: true);
        written.ResetWrittenCount();
        // A text that was once large is no reason to keep its memory with each thread.
        if (written.Capacity > 256 * 1024) _written = null;
    }

    private static void WriteBase64Url(ReadOnlySpan<byte> plain, ArrayBufferWriter<byte> written)
    {
        var to = written.GetSpan(Base64Url.GetEncodedLength(plain.Length));
        written.Advance(Base64Url.EncodeToUtf8(plain, to));
    }
}
