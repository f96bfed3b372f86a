using System.IO.Compression;
using System.Security;
using System.Text;

namespace HomeroomGraph.Data.Tests.Import.Sheets;

/// <summary>Writes .xlsx files for tests, sound ones and others: each part can be given as it is.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, string State, string Xml)> sheets = [];

    /// <summary>Parts that are added, or take the place of those that would be written.</summary>
    public Dictionary<string, string> Raw { get; } = [];

    public string Properties { get; set; } = "<workbookPr/>";

    /// <summary>A cell's XML: text is written inline; a cell that begins with &lt; is taken as it is.</summary>
    public Workbook Sheet(string name, IEnumerable<IReadOnlyList<string>> rows, string state = "visible", string after = "")
    {
        var xml = new StringBuilder();
        foreach (var (index, row) in rows.Index())
            xml.Append("<row r=\"").Append(index + 1).Append("\">").Append(string.Concat(row.Select((cell, column) => Cell(cell, column, index + 1)))).Append("</row>");
        return SheetXml(name, $"<sheetData>{xml}</sheetData>{after}", state);
    }

    public Workbook SheetXml(string name, string content, string state = "visible")
    {
        sheets.Add((name, state, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{content}</worksheet>"));
        return this;
    }

    public static string NameOf(int column, int row) =>
        (column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}") + row;

    public string Write()
    {
        var path = ScratchFiles.New(".xlsx");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (part, xml) in Parts())
        {
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(xml);
        }
        return path;
    }

    private Dictionary<string, string> Parts()
    {
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["_rels/.rels"] = Relations($"<Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"),
            ["xl/workbook.xml"] = $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{relations}\">{Properties}<sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i}\"/>"))
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations(
                $"<Relationship Id=\"styles\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"texts\" Type=\"{relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))),
            ["xl/styles.xml"] = """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """,
        };
        foreach (var (index, sheet) in sheets.Index()) parts[$"xl/worksheets/sheet{index}.xml"] = sheet.Xml;
        foreach (var (part, xml) in Raw) parts[part] = xml;
        return parts;
    }

    private static string Relations(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static string Cell(string cell, int column, int row) =>
        cell.Length == 0 ? ""
        : cell.StartsWith('<') ? $"<c r=\"{NameOf(column, row)}\" {cell[1..]}</c>"
        : $"<c r=\"{NameOf(column, row)}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>";
}
