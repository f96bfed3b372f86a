namespace HomeroomGraph.Data.Archive.MediaTypes;

/// <summary>Formats that are told by their first bytes. They stand at the very beginning, so no file is one format for us and another for
/// whoever opens it.</summary>
internal static class Signature
{
    private const int Longest = 16;

    public static ContentFault? Pdf(Stream content) => Unless(StartOf(content).StartsWith("%PDF-"u8));

    public static ContentFault? Png(Stream content) => Unless(StartOf(content).StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));

    public static ContentFault? Jpeg(Stream content) => Unless(StartOf(content).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]));

    public static ContentFault? Gif(Stream content) => Unless(StartOf(content) is var start && (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)));

    public static ContentFault? Webp(Stream content) => Unless(IsRiff(StartOf(content), "WEBP"u8));

    public static ContentFault? Wav(Stream content) => Unless(IsRiff(StartOf(content), "WAVE"u8));

    /// <summary>An ID3 tag, or a frame of MPEG audio at once (ISO/IEC 11172-3, 2.4.1.3): its sync word, and no reserved version, layer, bit rate or sampling rate.</summary>
    public static ContentFault? Mp3(Stream content)
    {
        var start = StartOf(content);
        bool isFrame = start is [0xFF, var second, var third, _, ..]
            && (second & 0xE0) == 0xE0 && (second & 0x18) != 0x08 && (second & 0x06) != 0 && (third & 0xF0) != 0xF0 && (third & 0x0C) != 0x0C;
        return Unless(isFrame || start.StartsWith("ID3"u8));
    }

    /// <summary>A file type box first (ISO/IEC 14496-12, 4.3), of a brand that is no still picture and not QuickTime's own.</summary>
    public static ContentFault? Mp4(Stream content)
    {
        var start = StartOf(content);
        return Unless(start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8)
            && !start[8..12].StartsWith("hei"u8) && !start[8..12].SequenceEqual("mif1"u8) && !start[8..12].SequenceEqual("avif"u8) && !start[8..12].SequenceEqual("qt  "u8));
    }

    private static bool IsRiff(ReadOnlySpan<byte> start, ReadOnlySpan<byte> form) =>
        start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual(form);

    private static ReadOnlySpan<byte> StartOf(Stream content)
    {
        var start = new byte[Longest];
        return start.AsSpan(0, content.ReadAtLeast(start, Longest, throwOnEndOfStream: false));
    }

    private static ContentFault? Unless(bool isOfType) => isOfType ? null : ContentFault.OfOtherType;
}
