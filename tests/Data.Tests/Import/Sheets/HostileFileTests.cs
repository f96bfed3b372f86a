using System.IO.Compression;
using System.Text;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Rolls;
using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Tests.Import.Sheets;

/// <summary>Files that mean harm are refused with a reason, and take little memory.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private readonly string folder = ScratchFiles.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_million_columns_are_refused() =>
        Refused("too-many-columns", 24, Written(new Workbook().SheetXml("1", $"<sheetData><row r=\"1\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000))}</row></sheetData>")));

    [Fact]
    public void A_million_columns_of_text_are_refused()
    {
        var path = Path.Combine(folder, "wide.csv");
        File.WriteAllText(path, string.Join(',', Enumerable.Repeat("x", 1_000_000)));
        Refused("too-many-columns", 4, path);
    }

    [Fact]
    public void A_cell_beyond_the_last_column_is_refused() =>
        Refused("too-many-columns", 8, Written(new Workbook().SheetXml("1", "<sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData>")));

    [Fact]
    public void Too_many_shared_texts_are_refused()
    {
        var workbook = new Workbook().SheetXml("1", "<sheetData/>");
        workbook.Raw["xl/sharedStrings.xml"] = $"<sst {Main}>{string.Concat(Enumerable.Range(0, 300_000).Select(i => $"<si><t>{i * 7919L}</t></si>"))}</sst>";
        Refused("too-many-texts", 48, Written(workbook), new ImportLimits { SharedTexts = 100_000 });
    }

    [Fact]
    public void Shared_texts_that_are_too_long_together_are_refused()
    {
        var workbook = new Workbook().SheetXml("1", "<sheetData/>");
        workbook.Raw["xl/sharedStrings.xml"] = $"<sst {Main}>{string.Concat(Enumerable.Repeat($"<si><t>{Noise(30_000)}</t></si>", 200))}</sst>";
        Refused("too-many-texts", 48, Written(workbook), new ImportLimits { SharedCharacters = 1_000_000, CompressionRatio = 2_000 });
    }

    [Fact]
    public void A_document_type_and_so_an_entity_is_refused()
    {
        var workbook = new Workbook();
        workbook.SheetXml("1", "<sheetData/>");
        workbook.Raw["xl/worksheets/sheet0.xml"] =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
            + $"<worksheet {Main}><sheetData><row><c t=\"inlineStr\"><is><t>&b;&c;</t></is></c></row></sheetData></worksheet>";
        Refused("xml-unsound", 8, Written(workbook));
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Refused("xml-unsound", 8, Written(new Workbook().SheetXml("1", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)))));

    [Fact]
    public void A_tag_with_too_many_attributes_is_refused() =>
        Refused("xml-unsound", 64, Written(new Workbook().SheetXml("1", $"<sheetData {string.Join(' ', Enumerable.Range(0, 300_000).Select(i => $"a{i}=\"\""))}/>")));

    [Fact]
    public void Too_many_names_are_refused() =>
        Refused("xml-unsound", 16, Written(new Workbook().SheetXml("1", string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<a{i}/>")))));

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Refused("xml-unsound", 16, Written(new Workbook().SheetXml(
        "1", $"<sheetData><row><c t=\"inlineStr\"><is><t>{Noise(3_000_000)}</t></is></c></row></sheetData>")));

    [Fact]
    public void A_text_in_very_many_pieces_is_refused() => Refused("xml-unsound", 16, Written(new Workbook().SheetXml(
        "1", $"<sheetData><row><c><v>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 200_000))}</v></c></row></sheetData>")));

    [Fact]
    public void Too_many_merged_areas_are_refused() => Refused("too-many-merged-cells", 16, Written(new Workbook().SheetXml(
        "1", $"<sheetData/><mergeCells>{string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<mergeCell ref=\"A{i}:A{i + 1}\"/>"))}</mergeCells>")),
        new ImportLimits { MergedAreas = 1_000 });

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var path = Path.Combine(folder, "bomb.xlsx");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        using (var stream = archive.CreateEntry("xl/workbook.xml").Open())
            for (var i = 0; i < 200; i++) stream.Write(new byte[Mebibyte]);
        Assert.True(new FileInfo(path).Length < Mebibyte);
        Refused("zip-bomb", 4, path);
    }

    [Fact]
    public void More_than_may_be_unpacked_together_is_refused()
    {
        var workbook = new Workbook().SheetXml("1", "<sheetData/>");
        for (var i = 0; i < 20; i++) workbook.Raw[$"xl/media/{i}.bin"] = Noise(100_000);
        Refused("archive-too-big", 4, Written(workbook), new ImportLimits { UnpackedBytes = Mebibyte });
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        var workbook = new Workbook().SheetXml("1", "<sheetData/>");
        for (var i = 0; i < 250; i++) workbook.Raw[$"xl/{i}.xml"] = "<a/>";
        Refused("too-many-entries", 4, Written(workbook));
    }

    [Fact]
    public void A_file_of_a_gigabyte_is_refused_unread()
    {
        var path = Path.Combine(folder, "huge.csv");
        using (var file = File.Create(path)) file.SetLength(1L << 30);
        Refused("archive-too-big", 1, path);
    }

    [Fact]
    public void Links_to_outside_are_never_followed()
    {
        var workbook = new Workbook().Sheet("1", [["教职工号", "姓名"], ["1", "某"]]);
        workbook.Raw["xl/_rels/workbook.xml.rels"] = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="s0" Type="x/worksheet" Target="http://127.0.0.1:1/sheet.xml" TargetMode="External"/>
            <Relationship Id="s1" Type="x/sharedStrings" Target="../../../../etc/passwd"/></Relationships>
            """;
        Assert.Equal(0, Rows(Written(workbook), new ImportLimits()));
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "old-or-encrypted-workbook")]
    [InlineData(new byte[0], "file-empty")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0 }, "not-a-zip")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0 }, "wrong-encoding")]
    public void What_is_something_else_is_told(byte[] bytes, string code)
    {
        var path = Path.Combine(folder, "other");
        File.WriteAllBytes(path, bytes);
        Refused(code, 4, path);
    }

    [Fact]
    public void A_long_sheet_is_read_in_flat_memory()
    {
        var workbook = new Workbook().SheetXml("1", "<sheetData>" + string.Concat(Enumerable.Range(1, 20_000).Select(row =>
            $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>某某</t></is></c></row>")) + "</sheetData>");
        var path = Written(workbook);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var file = SpreadsheetFile.Open(path, "x", new ImportLimits());
        using var sheet = file.Sheets.Single();
        for (var row = 0; sheet.Read(); row++)
            if (row % 5_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.InRange(most, 0, 8 * Mebibyte);
    }

    private void Refused(string code, long mebibytes, string path, ImportLimits? limits = null)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<ImportRefusedException>(() => Rows(path, limits ?? new ImportLimits()));
        Assert.Equal(code, refusal.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, mebibytes * Mebibyte);
    }

    /// <summary>Reads a file as a roll is read; returns its rows of data.</summary>
    private static int Rows(string path, ImportLimits limits)
    {
        using var file = SpreadsheetFile.Open(path, "x", limits);
        var rows = 0;
        foreach (var sheet in file.Sheets)
            using (sheet)
                if (SheetTable.Find(sheet, RollHeadings.All, RollHeadings.Required, new FindingLog(10)) is { } table)
                    while (table.Read()) rows++;
        return rows;
    }

    private string Written(Workbook workbook)
    {
        var written = workbook.Write();
        var path = Path.Combine(folder, Path.GetFileName(written));
        File.Move(written, path);
        return path;
    }

    /// <summary>Text that can't be packed well.</summary>
    private static string Noise(int length)
    {
        var random = new Random(1);
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) text.Append((char)('a' + random.Next(26)));
        return text.ToString();
    }
}
