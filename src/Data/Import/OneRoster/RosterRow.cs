using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// One row of a bundle's file, with the three columns that every file of OneRoster begins with. It is good until it is lost to
/// a finding: a fault of its own, or the fault of a row it hangs on.
/// </summary>
internal abstract class RosterRow
{
    public const string ToBeDeleted = "tobedeleted";

    public static readonly Column<string> SourcedIdColumn = Id("sourcedId").Required();

    /// <summary>May be empty in a bulk file. <c>inactive</c> was dropped after 1.0.</summary>
    public static readonly Column<string> StatusColumn = Word("status", ["active", ToBeDeleted]);

    public static readonly Column<DateTimeOffset?> LastModifiedColumn = Timestamp("dateLastModified").NotStored();

    /// <summary>Whether a row is to be withdrawn; asked before it is read, for then its other cells report nothing.</summary>
    public static bool IsToBeDeleted(TableReader row) => row.Raw(StatusColumn) == ToBeDeleted;

    protected RosterRow(TableReader row)
    {
        (File, Line, IsWithdrawn) = (row.File, row.Line, row.IsLenient);
        row.IsLenient = false;
        SourcedId = row.Value(SourcedIdColumn) ?? "";
        row.Value(StatusColumn);
        row.Value(LastModifiedColumn);
        row.IsLenient = IsWithdrawn;
    }

    /// <summary>A row that is stated within another.</summary>
    protected RosterRow(RosterRow within, string sourcedId) =>
        (File, Line, SourcedId, IsWithdrawn) = (within.File, within.Line, sourcedId, within.IsWithdrawn);

    public string File { get; }
    public int Line { get; }
    public string SourcedId { get; }

    /// <summary>The row's status is <c>tobedeleted</c>: the record is to be withdrawn, and nothing but its id matters.</summary>
    public bool IsWithdrawn { get; }

    /// <summary>The stored record that the row is about; null for a new one.</summary>
    public long? StoredId { get; set; }

    /// <summary>Why the row can't be taken.</summary>
    public Finding? LostTo { get; private set; }

    public bool IsGood => LostTo is null;

    /// <summary>What the row becomes; null when it is only referred to.</summary>
    public virtual RecordKind? Kind => null;

    /// <summary>The row itself is wrong.</summary>
    public void IsAtFault(Finding fault) => LostTo ??= fault;

    /// <summary>The row hangs on a wrong one: a consequence, counted with that one's fault.</summary>
    public void GoesWith(Finding cause)
    {
        if (LostTo is not null) return;
        LostTo = cause;
        if (Kind is { } kind) cause.TakeAlong(kind);
    }

    /// <summary>The row is withdrawn while others still use it.</summary>
    public void IsWithdrawnButUsed(FindingLog log) => IsAtFault(log.Add(
        File, Line, StatusColumn.Name, ToBeDeleted, Severity.Error, RosterReasons.WithdrawnButUsed));
}
