using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Columns;

/// <summary>
/// Reads a table whose header names the columns. It holds one row at a time: <see cref="Value"/> checks a cell as
/// its column declares and reports what is wrong with file, line and column.
/// </summary>
internal sealed class TableReader
{
    private readonly CsvReader csv;
    private readonly ImportLimits limits;
    private readonly FindingLog log;
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private int headerFields;

    public TableReader(Stream stream, string file, IReadOnlyCollection<Column> columns, ImportLimits limits, FindingLog log)
    {
        (File, this.limits, this.log) = (file, limits, log);
        csv = new CsvReader(stream, file, limits);
        ReadHeader(columns);
    }

    public string File { get; }
    public int Line => csv.Line;
    public int RowsRead { get; private set; }

    /// <summary>The first error of the current row; null while it is good.</summary>
    public Finding? Fault { get; private set; }

    /// <summary>Set for a row of which nothing but its id matters (it is being withdrawn): its cells report nothing.</summary>
    public bool IsLenient { get; set; }

    public bool Read()
    {
        (Fault, IsLenient) = (null, false);
        do if (!csv.Read()) return false;
        while (IsBlank());
        if (++RowsRead > limits.Rows)
            throw new ImportRefusedException(
                "too-many-rows", $"{File} 超过 {limits.Rows} 行。", $"{File} has more than {limits.Rows} rows.");
        if (csv.FieldCount != headerFields)
            Report("", null, Severity.Error, Reasons.WrongFieldCount, csv.FieldCount, headerFields);
        else if (csv.BrokenField >= 0)
            Report("", csv.Field(csv.BrokenField), Severity.Error, Reasons.TextAfterQuote);
        return true;
    }

    /// <summary>The cell's value; the default where it is empty, absent or wrong.</summary>
    public T? Value<T>(Column<T> column)
    {
        var text = Raw(column);
        if (text.Length == 0)
        {
            if (column.IsRequired) Report(column, text, Reasons.Missing);
            return default;
        }
        var cell = column.Parse(text);
        if (cell.Fault is { } fault) Report(column, text, fault, cell.Details);
        return cell.Value;
    }

    /// <summary>
    /// The cell's text, trimmed; empty where the column is absent. In a row with too few or too many fields it is what stands there: good
    /// enough to tell which other rows hang on it.
    /// </summary>
    public string Raw(Column column) =>
        positions.TryGetValue(column.Name, out var at) && at < csv.FieldCount ? csv.Field(at).Trim() : "";

    public Finding Report(string column, string? value, Severity severity, Reason reason, params object?[] details)
    {
        var finding = log.Add(File, Line, column, value, severity, reason, details);
        if (severity == Severity.Error) Fault ??= finding;
        return finding;
    }

    private void Report<T>(Column<T> column, string value, Reason reason, params object?[] details)
    {
        if (IsLenient || csv.FieldCount != headerFields) return;
        Report(column.Name, value, column.OnlyWarns ? Severity.Warning : Severity.Error, reason, details);
    }

    /// <summary>A row of separators alone, as spreadsheet programs leave them under a table.</summary>
    private bool IsBlank()
    {
        for (var i = 0; i < csv.FieldCount; i++)
            if (!string.IsNullOrWhiteSpace(csv.Field(i))) return false;
        return true;
    }

    private void ReadHeader(IReadOnlyCollection<Column> columns)
    {
        if (!csv.Read())
            throw new ImportRefusedException("no-header", $"{File} 是空的，缺少表头。", $"{File} is empty: it has no header.");
        headerFields = csv.FieldCount;
        for (var i = 0; i < headerFields; i++)
            if (csv.Field(i).Trim() is { Length: > 0 } name && !positions.TryAdd(name, i))
                throw new ImportRefusedException(
                    "duplicate-column",
                    $"{File} 的表头（第 {csv.Line} 行）两次出现 {Shown(name)} 列。",
                    $"The header of {File} (line {csv.Line}) has the column {Shown(name)} twice.");
        var missing = columns.Where(c => !c.MayBeAbsent && !positions.ContainsKey(c.Name)).Select(c => c.Name).ToList();
        if (missing.Count > 0)
            throw new ImportRefusedException(
                "missing-columns",
                $"{File} 的表头（第 {csv.Line} 行）缺少列：{string.Join("、", missing)}。",
                $"The header of {File} (line {csv.Line}) lacks the columns {string.Join(", ", missing)}.");
    }

    private static string Shown(string name) => name.Length > 80 ? name[..80] + "…" : name;
}
