using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// A .csv file as a sheet: UTF-8 with or without a mark, or GB18030, separated by commas, semicolons or tabs. A byte that is
/// no text in the file's encoding becomes U+FFFD, which is reported where it stands.
/// </summary>
internal sealed class CsvSheet : ISheet
{
    private readonly CsvReader csv;
    private readonly Stream stream;
    private readonly List<SheetCell> cells = [];

    public CsvSheet(Stream stream, string file, ImportLimits limits)
    {
        File = file;
        var form = TextForm.Of(stream, file);
        stream.Position = 0;
        this.stream = form.AsUtf8(stream);
        csv = new CsvReader(this.stream, file, limits, form.Separator);
    }

    public string File { get; }
    public int Line => csv.Line;
    public IReadOnlyList<SheetCell> Cells => cells;

    public bool Read()
    {
        while (csv.Read())
        {
            cells.Clear();
            for (var i = 0; i < csv.FieldCount; i++) cells.Add(CellOf(csv.Field(i)));
            while (cells.Count > 0 && cells[^1].IsEmpty) cells.RemoveAt(cells.Count - 1);
            if (cells.Count > 0) return true;
        }
        return false;
    }

    /// <summary>A formula is none of our business to compute; <c>="0012"</c> is the way to keep a spreadsheet from reading a number.</summary>
    private static SheetCell CellOf(string text)
    {
        var shown = text.Trim();
        if (!shown.StartsWith('=')) return SheetCell.OfText(text);
        return shown is ['=', '"', .. var inner, '"'] && !inner.Contains('"') ? new(inner) : new(shown, SheetReasons.Formula);
    }

    public void Dispose() => stream.Dispose();
}
