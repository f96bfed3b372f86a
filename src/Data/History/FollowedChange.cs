namespace HomeroomGraph.Data.History;

/// <summary>What happened to a row that is followed, as a part of the log tells it. Whether the row is seen when it is read afterwards nobody here knows: where that and the
/// log do not agree, the row changed in between, and a later part tells.</summary>
/// <param name="Table">The table's name, without the schema.</param>
/// <param name="Version">The row's version: it never goes back, whatever the order of transactions.</param>
/// <param name="Key">The natural key now, where the row has one.</param>
/// <param name="IsFollowed">The row is followed now: it is there, and in the reach.</param>
/// <param name="Before">The row was followed before the first of the changes: what it was called then. Null: it was not there, or not to be seen.</param>
/// <param name="Left">The changes took the row away from who follows it: what it was called before. Null: they did not.</param>
public sealed record FollowedChange(
    int DistrictId, string Table, long RowId, long Version, string? Key, bool IsFollowed, FollowedChange.Earlier? Before, FollowedChange.Gone? Left)
{
    /// <summary>The row before it changed.</summary>
    public sealed record Earlier(string? Key);

    /// <summary>The row before it went.</summary>
    /// <param name="IsDeleted">The same transaction deleted it; else it is elsewhere, or hidden.</param>
    public sealed record Gone(string? Key, bool IsDeleted);
}

/// <summary>A part of the log for one who follows.</summary>
/// <param name="ReadTo">Where the next part begins.</param>
/// <param name="HasMore">There is more that can be read now.</param>
/// <param name="IsHeldUp">There are changes that can be read when transactions that run now have ended.</param>
public sealed record FollowedPage(IReadOnlyList<FollowedChange> Changes, ChangePosition ReadTo, bool HasMore, bool IsHeldUp);

/// <summary>A position from which nothing can be read.</summary>
/// <param name="isPast">What came after it is no longer kept; else the log has not come so far: it is not one of this database.</param>
public sealed class LostPositionException(bool isPast) : Exception(isPast ? "What came after the position is no longer kept." : "The position lies ahead.")
{
    /// <summary>What came after it is no longer kept.</summary>
    public bool IsPast { get; } = isPast;
}
