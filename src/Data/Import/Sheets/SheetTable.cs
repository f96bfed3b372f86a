using HomeroomGraph.Data.Import.Columns;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// A table in a sheet: the header is looked for under title rows, and what is no data under it (the header again on each
/// printed page, captions, sums, signatures) is left aside. One row at a time is held.
/// </summary>
internal sealed class SheetTable
{
    private const int HeaderWithinRows = 30;

    private static readonly string[] Footers =
    [
        "合计", "总计", "小计", "共计", "总人数", "填表", "填报", "制表", "审核", "复核", "负责人", "单位盖章", "单位(盖章", "校长签", "签字", "备注", "注:", "说明",
        "联系人", "打印日期",
    ];

    private readonly ISheet sheet;
    private readonly FindingLog log;
    private readonly Dictionary<Heading, int> places = [];
    private readonly List<string> header = [];
    private IReadOnlyList<Heading> required = [];
    private bool isAhead;

    private SheetTable(ISheet sheet, FindingLog log) => (this.sheet, this.log) = (sheet, log);

    public string File => sheet.File;
    public int Line => sheet.Line;
    public int HeaderLine { get; private set; }
    public int RowsRead { get; private set; }

    /// <summary>Rows under the header that are no data.</summary>
    public int RowsAside { get; private set; }

    /// <summary>The first error of the current row; null while it is good.</summary>
    public Finding? Fault { get; private set; }

    /// <summary>Columns that nobody asks for; nothing of them is kept.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    /// <summary>Finds the table; null when no row near the top has the required columns, of which the first is the rows' key.</summary>
    public static SheetTable? Find(ISheet sheet, IReadOnlyList<Heading> headings, IReadOnlyList<Heading> required, FindingLog log)
    {
        var table = new SheetTable(sheet, log) { required = required };
        for (var row = 0; row < HeaderWithinRows && sheet.Read(); row++)
        {
            if (!table.TakeHeader(headings)) continue;

            // A header of two rows, whose upper one groups columns: the lower one names them.
            do table.isAhead = sheet.Read();
            while (table.isAhead && table.TakeHeader(headings));
            return table;
        }
        return null;
    }

    public bool Has(Heading heading) => places.ContainsKey(heading);

    /// <summary>Goes on to the next row of data.</summary>
    public bool Read()
    {
        while (isAhead || sheet.Read())
        {
            (isAhead, Fault) = (false, null);
            if (IsNoData())
            {
                RowsAside++;
                continue;
            }
            RowsRead++;
            return true;
        }
        return false;
    }

    /// <summary>What the column is called in this file.</summary>
    public string NameOf(Heading heading) => places.TryGetValue(heading, out var at) ? header[at] : heading.Name;

    public SheetCell Cell(Heading heading) =>
        places.TryGetValue(heading, out var at) && at < sheet.Cells.Count ? sheet.Cells[at] : SheetCell.Empty;

    /// <summary>The cell's value; the default where it is empty, absent or wrong.</summary>
    public T? Value<T>(Heading heading, Func<SheetCell, Cell<T>> parse, bool isRequired = false)
    {
        var cell = Cell(heading);
        if (cell.IsEmpty)
        {
            if (isRequired) Report(heading, Severity.Error, Reasons.Missing);
            return default;
        }
        if (cell.Fault is { } fault)
        {
            Report(heading, Severity.Error, fault);
            return default;
        }
        if (cell.Text.Contains('\uFFFD'))
        {
            Report(heading, Severity.Error, Reasons.DamagedText);
            return default;
        }
        var parsed = parse(cell);
        if (parsed.Fault is { } reason) Report(heading, Severity.Error, reason, parsed.Details);
        return parsed.Value;
    }

    public Finding Report(Heading heading, Severity severity, Reason reason, params object?[] details)
    {
        var finding = log.Add(File, Line, NameOf(heading), Cell(heading).Text.Trim(), severity, reason, details);
        if (severity == Severity.Error) Fault ??= finding;
        return finding;
    }

    private bool TakeHeader(IReadOnlyList<Heading> headings)
    {
        var found = new Dictionary<Heading, int>();
        string? twice = null;
        for (var column = 0; column < sheet.Cells.Count; column++)
        {
            var written = sheet.Cells[column].Text;
            if (headings.FirstOrDefault(h => h.Is(written)) is { } heading && !found.TryAdd(heading, column)) twice ??= written.Trim();
        }
        if (required.Any(h => !found.ContainsKey(h))) return false;
        if (twice is not null)
            throw new ImportRefusedException(
                "duplicate-column",
                $"{File} 的表头（第 {Line} 行）中“{Shown(twice)}”与另一列重复。",
                $"The header of {File} (line {Line}) has {Shown(twice)} twice, or another word for it.");
        places.Clear();
        foreach (var (heading, at) in found) places[heading] = at;
        header.Clear();
        header.AddRange(sheet.Cells.Select(c => Shown(SheetText.Plain(c.Text))));
        HeaderLine = Line;
        Unused = [.. header.Where((name, at) => name.Length > 0 && !places.ContainsValue(at))];
        return true;
    }

    private bool IsNoData()
    {
        var written = sheet.Cells.Where(c => !c.IsEmpty).ToList();
        if (places.All(p => SheetText.Plain(Cell(p.Key).Text) == header[p.Value])) return true;
        return IsFooter(SheetText.Compact(written[0].Text)) || (required.Any(h => Cell(h).IsEmpty) && IsCaption(written.Count));
    }

    /// <summary>Begins with such a word where a row of data has its key, or before it.</summary>
    private bool IsFooter(string first) => Footers.Any(word => first.StartsWith(word, StringComparison.Ordinal))
        && (Cell(required[0]).IsEmpty || SheetText.Compact(Cell(required[0]).Text) == first);

    /// <summary>The name of a school above its rows, "第 1 页": one text, and not in a column where it could be a value.</summary>
    private bool IsCaption(int written) => written == 1
        && (required.All(h => Cell(h).IsEmpty) || Cell(required[0]).Text.Any(c => c > '\u2E80'));

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
