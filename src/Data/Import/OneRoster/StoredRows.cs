namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A record that the district has already.</summary>
internal sealed record StoredRow(long Id, string? SourceId, string Name);

/// <summary>
/// The records of one kind that the district has already, by the sourcedId that brought them and by their natural key.
/// A row of the bundle is the record of its sourcedId. Failing that it is the record of its natural key, if that came from no
/// roster, or from a row that the bundle (which holds everything) no longer has: then the roster's system has renumbered it.
/// </summary>
internal sealed class StoredRows<TKey>(Func<string, RosterRow?> inBundle) where TKey : class
{
    private readonly Dictionary<string, StoredRow> bySource = [];
    private readonly Dictionary<TKey, StoredRow> byKey = [];

    /// <summary>Records that came with an earlier bundle and are not in this one; they stay as they are.</summary>
    public int NotInBundle => bySource.Keys.Count(id => inBundle(id) is null);

    public void Add(TKey key, StoredRow row)
    {
        byKey[key] = row;
        if (row.SourceId is { } source) bySource[source] = row;
    }

    public void MatchAll<TRow>(IEnumerable<TRow> rows, Func<TRow, TKey?> keyOf) where TRow : RosterRow
    {
        foreach (var row in rows.Where(r => r.IsGood)) row.StoredId = Match(row, keyOf(row))?.Id;
    }

    /// <summary>
    /// Nobody else has the key, or has it still once the bundle is stored: the holder's own row of the bundle gives it another.
    /// </summary>
    public bool IsFree(TKey? key, RosterRow row) =>
        key is null || !byKey.TryGetValue(key, out var holder) || holder.Id == row.StoredId
        || (holder.SourceId is { } source && inBundle(source) is { IsGood: true, IsWithdrawn: false });

    public string? NameOfHolder(TKey key) => byKey.GetValueOrDefault(key)?.Name;

    private StoredRow? Match(RosterRow row, TKey? key)
    {
        if (bySource.TryGetValue(row.SourcedId, out var same)) return same;
        return !row.IsWithdrawn && key is not null && byKey.TryGetValue(key, out var holder)
            && (holder.SourceId is not { } source || inBundle(source) is null) ? holder : null;
    }
}
