using System.Text;
using System.Text.Unicode;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>Text files are UTF-8, with or without a mark; another encoding is named where it can be told.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>How many bytes of byte-order mark a file begins with; refuses UTF-16 and UTF-32.</summary>
    public static int SkipMark(ReadOnlySpan<byte> start, string file)
    {
        if (start is [0xEF, 0xBB, 0xBF, ..]) return 3;
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..])
            throw WrongEncoding(file, 1, start is [_, _, 0, 0, ..] or [0, 0, ..] ? "UTF-32" : "UTF-16");
        return 0;
    }

    /// <summary>Refuses a record that is not UTF-8.</summary>
    public static void RequireUtf8(ReadOnlySpan<byte> record, string file, int line)
    {
        if (!Utf8.IsValid(record)) throw WrongEncoding(file, line, LooksLikeGb18030(record) ? "GB18030 (GBK, GB2312)" : null);
    }

    private static bool LooksLikeGb18030(ReadOnlySpan<byte> record)
    {
        try
        {
            Gb18030.GetCharCount(record);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static ImportRefusedException WrongEncoding(string file, int line, string? found) => new(
        "wrong-encoding",
        found is null
            ? $"{file} 第 {line} 行不是有效的 UTF-8。请将文件另存为 UTF-8。"
            : $"{file} 第 {line} 行不是 UTF-8，看起来是 {found}。请将文件另存为 UTF-8。",
        found is null
            ? $"{file} line {line} is not valid UTF-8. Save the file as UTF-8."
            : $"{file} line {line} is not UTF-8; it looks like {found}. Save the file as UTF-8.");
}
