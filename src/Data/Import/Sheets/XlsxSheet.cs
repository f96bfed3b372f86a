using System.Globalization;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>One sheet of a workbook, row by row. Rows that a filter hides are read like the others.</summary>
internal sealed class XlsxSheet : ISheet
{
    private readonly XlsxStyles styles;
    private readonly SharedTexts texts;
    private readonly ImportLimits limits;
    private readonly MergedAreas merged;
    private readonly GuardedXml xml;
    private readonly List<SheetCell> cells = [];
    private int rows, characters;

    /// <param name="open">Opens the sheet's part; it is read twice, for merged cells are told at its end.</param>
    /// <param name="file">The name for the reader.</param>
    /// <param name="styles">The workbook's formats.</param>
    /// <param name="texts">The workbook's shared texts.</param>
    /// <param name="limits">What is too much.</param>
    public XlsxSheet(Func<GuardedXml> open, string file, XlsxStyles styles, SharedTexts texts, ImportLimits limits)
    {
        (File, this.styles, this.texts, this.limits) = (file, styles, texts, limits);
        using (var first = open()) merged = MergedAreas.Read(first, limits);
        xml = open();
    }

    public string File { get; }
    public int Line { get; private set; }
    public IReadOnlyList<SheetCell> Cells => cells;

    public bool Read()
    {
        while (xml.Read())
        {
            if (xml is not { IsElement: true, Name: "row" }) continue;
            if (++rows > limits.Rows)
                throw new ImportRefusedException("too-many-rows", $"{File} 超过 {limits.Rows} 行。", $"{File} has more than {limits.Rows} rows.");
            Line = int.TryParse(xml.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : Line + 1;
            ReadCells();
            if (cells.Count > 0) return true;
        }
        return false;
    }

    public void Dispose() => xml.Dispose();

    private void ReadCells()
    {
        cells.Clear();
        characters = 0;
        if (!xml.IsEmptyElement)
        {
            var (depth, next) = (xml.Depth, 0);
            while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
                if (xml is { IsElement: true, Name: "c" }) next = ReadCell(next) + 1;
        }
        while (cells.Count > 0 && cells[^1].IsEmpty) cells.RemoveAt(cells.Count - 1);
        if (cells.Count > 0) merged.Fill(Line, cells, limits.Columns);
    }

    /// <summary>Reads the current cell to its end; returns its column.</summary>
    private int ReadCell(int next)
    {
        var column = xml.Attribute("r") is { } name ? CellName.Parse(name)?.Column ?? CellName.MostColumns : next;
        var cell = CellOf(xml.Attribute("t") ?? "n", xml.Attribute("s"));
        if (column >= CellName.MostColumns || (column >= limits.Columns && !cell.IsEmpty))
            throw new ImportRefusedException(
                "too-many-columns", $"{File} 第 {Line} 行有超过 {limits.Columns} 列。", $"{File} row {Line} has more than {limits.Columns} columns.");
        if ((characters += cell.Text.Length) > limits.RecordBytes)
            throw new ImportRefusedException(
                "row-too-long", $"{File} 第 {Line} 行超过 {limits.RecordBytes >> 10} K 字。",
                $"{File} row {Line} is longer than {limits.RecordBytes >> 10} thousand characters.");
        if (cell.IsEmpty) return column;
        while (cells.Count <= column) cells.Add(SheetCell.Empty);
        cells[column] = cell;
        return column;
    }

    private SheetCell CellOf(string type, string? format)
    {
        if (xml.IsEmptyElement) return SheetCell.Empty;
        string? value = null, formula = null;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (!xml.IsElement) continue;
            if (xml.Name == "v") value = xml.InnerText();
            else if (xml.Name == "f") formula = xml.InnerText();
            else if (xml.Name == "is") value = SharedTexts.TextOf(xml);
        }
        if (string.IsNullOrEmpty(value)) return formula is null ? SheetCell.Empty : new("=" + formula, SheetReasons.Formula);
        return type switch
        {
            "s" => Written(texts[value] ?? ""),
            "inlineStr" or "str" => Written(value),
            "b" => new(value == "1" ? "TRUE" : "FALSE"),
            "e" => new(value, SheetReasons.SpreadsheetError),
            "d" => new(value.Length > 10 ? value[..10] : value),
            _ => styles.Shown(value, format),
        };
    }

    /// <summary>Text that begins like a formula is one that was pasted as text: as in a .csv file, it is no value.</summary>
    private static SheetCell Written(string text) => text.TrimStart().StartsWith('=') ? new(text.Trim(), SheetReasons.Formula) : SheetCell.OfText(text);
}
