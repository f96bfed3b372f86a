using System.Text;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>
/// How a text file of a person's making is written, told from all of its bytes: UTF-8 if its Chinese characters read so,
/// otherwise GB18030, and the separator that its first line with any has most of.
/// </summary>
internal sealed record TextForm(Encoding Encoding, byte Separator)
{
    private const int BlockBytes = 64 << 10;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>Reads the whole stream once, in flat memory.</summary>
    public static TextForm Of(Stream stream, string file)
    {
        var block = new byte[BlockBytes];
        var (good, bad, kept) = (0L, 0L, 0);
        byte? separator = null;
        var hasMark = false;
        for (var isFirst = true; ; isFirst = false)
        {
            var read = kept + stream.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            if (isFirst) hasMark = TextEncoding.SkipMark(block.AsSpan(0, read), file) > 0;
            separator ??= SeparatorIn(block.AsSpan(kept, read - kept));
            var isLast = read < block.Length;
            kept = Count(block.AsSpan(0, read), isLast, ref good, ref bad);
            if (isLast) break;
            block.AsSpan(read - kept, kept).CopyTo(block);
        }
        return new(hasMark || good >= bad ? Utf8 : Gb18030, separator ?? (byte)',');
    }

    /// <summary>The text as valid UTF-8, whatever it is in the file.</summary>
    public Stream AsUtf8(Stream stream) => Encoding.CreateTranscodingStream(stream, Encoding, Utf8);

    /// <summary>Counts characters beyond ASCII that are UTF-8 and bytes that are not; returns how many bytes at the end are unfinished.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, bool isLast, ref long good, ref long bad)
    {
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                bytes = next < 0 ? [] : bytes[next..];
                continue;
            }
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !isLast) return bytes.Length;
            if (status == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            bytes = bytes[consumed..];
        }
        return 0;
    }

    private static byte? SeparatorIn(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            var (commas, tabs, semicolons) = (line.Count((byte)','), line.Count((byte)'\t'), line.Count((byte)';'));
            var most = Math.Max(commas, Math.Max(tabs, semicolons));
            if (most > 0) return most == commas ? (byte)',' : most == tabs ? (byte)'\t' : (byte)';';
        }
        return null;
    }
}
