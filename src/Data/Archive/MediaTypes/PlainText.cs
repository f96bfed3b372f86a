using System.Buffers;
using System.Text;

namespace HomeroomGraph.Data.Archive.MediaTypes;

/// <summary>Text: UTF-8 or GB18030 to the last byte, without a NUL, and no script that a shell would run by its first line.</summary>
internal static class PlainText
{
    private const int BlockBytes = 64 << 10;

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    ];

    public static ContentFault? Test(Stream content)
    {
        var start = new byte[2];
        if (content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == 2 && start.AsSpan().SequenceEqual("#!"u8))
            return ContentFault.Runs;
        return Array.Exists(Encodings, encoding => IsWritten(content, encoding)) ? null : ContentFault.OfOtherType;
    }

    private static bool IsWritten(Stream content, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(BlockBytes);
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(BlockBytes));
        try
        {
            content.Position = 0;
            for (int read; (read = content.Read(bytes, 0, BlockBytes)) > 0;)
            {
                if (bytes.AsSpan(0, read).Contains((byte)0)) return false;
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
            }
            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
