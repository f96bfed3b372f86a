using System.Diagnostics.CodeAnalysis;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>The kept rows of one file, in their order and by id. An id that comes again is a fault: the first row counts.</summary>
internal sealed class RowSet<TRow>(FindingLog log, ImportLimits limits) where TRow : RosterRow
{
    private readonly List<TRow> rows = [];
    private readonly Dictionary<string, TRow> byId = [];

    public IReadOnlyList<TRow> Rows => rows;

    public IEnumerable<TRow> Good => rows.Where(r => r.IsGood);

    public TRow? this[string? sourcedId] => sourcedId is null ? null : byId.GetValueOrDefault(sourcedId);

    public bool Has([NotNullWhen(true)] string? sourcedId) => sourcedId is not null && byId.ContainsKey(sourcedId);

    public void Add(TRow row)
    {
        if (rows.Count == limits.KeptRows)
            throw new ImportRefusedException(
                "too-many-rows",
                $"{row.File} 中需要保存的行超过 {limits.KeptRows} 行，超出一个区县的规模。",
                $"{row.File} has more than {limits.KeptRows} rows to store, beyond the size of a district.");
        rows.Add(row);
        if (row.SourcedId.Length == 0 || byId.TryAdd(row.SourcedId, row)) return;
        row.IsAtFault(log.Add(
            row.File, row.Line, RosterRow.SourcedIdColumn.Name, row.SourcedId, Severity.Error, RosterReasons.AppearsTwice, byId[row.SourcedId].Line));
    }
}
