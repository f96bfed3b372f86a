using System.Buffers.Binary;
using System.IO.Compression;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Archive.MediaTypes;

/// <summary>Formats that are a zip archive with a known main part: Office Open XML (ECMA-376, part 2) names it in <c>[Content_Types].xml</c>, and OFD
/// (GB/T 33190) has it under a fixed name.</summary>
internal static class OfficePackage
{
    private const string Types = "[Content_Types].xml", OfdRoot = "OFD.xml", MainPrefix = "application/vnd.openxmlformats-officedocument.";
    private const int MostEntries = 10_000, LargestTypes = 1 << 20;

    /// <summary>A list of types is read in pieces of a few hundred bytes.</summary>
    private static readonly ImportLimits Limits = new() { XmlPieceBytes = 64 << 10 };

    public static ContentFault? Word(Stream content) => Test(content, archive => OfMainPart(archive, "wordprocessingml.document.main+xml"));

    public static ContentFault? Excel(Stream content) => Test(content, archive => OfMainPart(archive, "spreadsheetml.sheet.main+xml"));

    public static ContentFault? PowerPoint(Stream content) => Test(content, archive => OfMainPart(archive, "presentationml.presentation.main+xml"));

    public static ContentFault? Ofd(Stream content) => Test(content, archive =>
        archive.GetEntry(OfdRoot) is { Length: <= LargestTypes } root && RootOf(root) == "OFD" ? null : ContentFault.OfOtherType);

    private static ContentFault? Test(Stream content, Func<ZipArchive, ContentFault?> test)
    {
        if (!IsPlainArchive(content)) return ContentFault.OfOtherType;
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return test(archive);
        }
        catch (Exception unsound) when (unsound is InvalidDataException or ImportRefusedException or NotSupportedException or EndOfStreamException)
        {
            return ContentFault.OfOtherType;
        }
    }

    private static ContentFault? OfMainPart(ZipArchive archive, string main)
    {
        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return ContentFault.Runs;
        if (archive.GetEntry(Types) is not { Length: <= LargestTypes } types) return ContentFault.OfOtherType;
        string? mainPart = null;
        using var xml = new GuardedXml(types.Open(), Types, Limits);
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Attribute("ContentType") is not { } type) continue;
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) return ContentFault.Runs;
            if (type == MainPrefix + main) mainPart = xml.Attribute("PartName");
        }
        return mainPart is not null && archive.GetEntry(mainPart.TrimStart('/')) is not null ? null : ContentFault.OfOtherType;
    }

    private static string? RootOf(ZipArchiveEntry entry)
    {
        using var xml = new GuardedXml(entry.Open(), entry.Name, Limits);
        while (xml.Read())
            if (xml.IsElement) return xml.Name;
        return null;
    }

    /// <summary>It begins with a file's header (APPNOTE 4.3.7), so nothing stands before it, and ends with a directory (4.3.16) of no more entries than such a
    /// document has: they are all read before the first is looked at.</summary>
    private static bool IsPlainArchive(Stream content)
    {
        const int recordLength = 22, longestComment = ushort.MaxValue;
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        if (content.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4 || !start.SequenceEqual("PK\u0003\u0004"u8)) return false;
        var end = new byte[Math.Min(content.Length, recordLength + longestComment)];
        content.Position = content.Length - end.Length;
        content.ReadExactly(end);
        int record = end.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return record >= 0 && end.Length - record >= recordLength && BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(record + 10)) <= MostEntries;
    }
}
