using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HomeroomGraph.Testing;

/// <summary>Small files of the formats that documents may have, and of some that they may not.</summary>
public static class SampleFiles
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf(string text = "") => Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}\n%%EOF");

    public static byte[] Png { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1];

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B];

    public static byte[] Riff(string form) => [.. "RIFF"u8, 4, 0, 0, 0, .. Encoding.ASCII.GetBytes(form), 0, 0];

    public static byte[] Mp3 { get; } = [0xFF, 0xFB, 0x90, 0x64, 0, 0, 0, 0];

    public static byte[] Mp3WithTag { get; } = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0];

    public static byte[] Mp4(string brand = "isom") => [0, 0, 0, 16, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0];

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip([Types("/word/document.xml", "wordprocessingml.document.main+xml"), ("word/document.xml", "<w:document xmlns:w='w'/>"), .. more]);

    public static byte[] Xlsx(params (string Name, string Text)[] more) =>
        Zip([Types("/xl/workbook.xml", "spreadsheetml.sheet.main+xml"), ("xl/workbook.xml", "<workbook/>"), .. more]);

    public static byte[] Pptx(params (string Name, string Text)[] more) =>
        Zip([Types("/ppt/presentation.xml", "presentationml.presentation.main+xml"), ("ppt/presentation.xml", "<p/>"), .. more]);

    public static byte[] Ofd { get; } = Zip(("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016' Version='1.1'/>"));

    /// <summary>An archive of texts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>The list of types of an Office document with that main part.</summary>
    public static (string Name, string Text) Types(string part, string type) => ("[Content_Types].xml", $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="xml" ContentType="application/xml"/><Override PartName="{part}" ContentType="{(type.Contains('/', StringComparison.Ordinal) ? type : Office + type)}"/>
        </Types>
        """);

    /// <summary>A compound file (MS-CFB) with streams of these names.</summary>
    /// <param name="directoryAt">The sector of the directory. Beyond 13,952 the header does not name the part of the table that knows it.</param>
    /// <param name="names">At most three.</param>
    public static byte[] CompoundFile(int directoryAt, params string[] names)
    {
        const int sector = 512, entriesPerFat = 128, fatInHeader = 109;
        const uint free = 0xFFFFFFFF, end = 0xFFFFFFFE, ofFat = 0xFFFFFFFD, ofDifat = 0xFFFFFFFC;
        int fatSectors = directoryAt / entriesPerFat + 1;
        int difat = fatSectors;
        var bytes = new byte[(directoryAt + 2) * sector];
        void Put(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);

        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[30] = 9;
        Put(48, (uint)directoryAt);
        Put(68, fatSectors > fatInHeader ? (uint)difat : end);
        for (int i = 0; i < fatInHeader; i++) Put(76 + i * 4, i < fatSectors ? (uint)i : free);
        for (int i = fatInHeader; i < fatSectors; i++) Put((difat + 1) * sector + (i - fatInHeader) * 4, (uint)i);
        for (int i = 0; i < fatSectors * entriesPerFat; i++)
            Put(sector + i * 4, i < fatSectors ? ofFat : i == difat && fatSectors > fatInHeader ? ofDifat : i == directoryAt ? end : free);

        int at = (directoryAt + 1) * sector;
        foreach (var (name, type) in names.Select(name => (name, (byte)2)).Prepend(("Root Entry", (byte)5)))
        {
            Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 64), (ushort)(name.Length * 2 + 2));
            bytes[at + 66] = type;
            at += 128;
        }
        return bytes;
    }
}
