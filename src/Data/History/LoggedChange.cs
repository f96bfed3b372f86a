namespace HomeroomGraph.Data.History;

/// <summary>A row that a transaction changed, as the change log has it (rule V4).</summary>
/// <param name="Table">The table's name, without the schema.</param>
/// <param name="RowId">The row's own key as text; the parts of a longer one are separated by slashes.</param>
/// <param name="Operation"><c>insert</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Version">The row's version: it never goes back, whatever the order of transactions.</param>
public sealed record LoggedChange(int DistrictId, string Table, string RowId, string Operation, long Version);

/// <summary>How far a log was read: everything up to this entry, and none after it.</summary>
public readonly record struct ChangePosition(ulong Transaction, long Entry);

/// <summary>A part of the log.</summary>
/// <param name="ReadTo">Where the next part begins.</param>
/// <param name="HasMore">There are more that can be read now.</param>
/// <param name="IsHeldUp">There are more that can be read when transactions that run now have ended.</param>
public sealed record ChangePage(IReadOnlyList<LoggedChange> Changes, ChangePosition ReadTo, bool HasMore, bool IsHeldUp);
