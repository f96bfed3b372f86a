using HomeroomGraph.Data.History;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.History;

/// <summary>What has happened to a row, for one who follows.</summary>
internal enum ChangeEntryKind
{
    Created,
    Changed,
    KeyChanged,
    LeftReach,
    Deleted,
}

/// <summary>An entry of the feed of changes (rule V4).</summary>
/// <param name="Key">The natural key now; null for a row that is gone.</param>
/// <param name="FormerKey">The natural key before, where it changed or the row is gone.</param>
internal sealed record ChangeEntry(FollowedType Type, GlobalId Id, ChangeEntryKind Kind, long Version, string? Key, string? FormerKey)
{
    /// <summary>The row itself, which a row that is gone has not.</summary>
    public GlobalId? Row => Kind is ChangeEntryKind.Deleted or ChangeEntryKind.LeftReach ? null : Id;

    /// <summary>The entry where the viewer sees the row: none, if it has only come since.</summary>
    public static ChangeEntry? OfSeen(FollowedType type, GlobalId id, FollowedChange change) => change.Before switch
    {
        _ when !change.IsFollowed => null,
        null => new(type, id, ChangeEntryKind.Created, change.Version, change.Key, null),
        { Key: var before } when before != change.Key => new(type, id, ChangeEntryKind.KeyChanged, change.Version, change.Key, before),
        _ => new(type, id, ChangeEntryKind.Changed, change.Version, change.Key, null),
    };

    /// <summary>The entry where the viewer does not: none, if the viewer never did, or the row has only gone since.</summary>
    public static ChangeEntry? OfUnseen(FollowedType type, GlobalId id, FollowedChange change) => change.Left is { } left
        ? new(type, id, left.IsDeleted ? ChangeEntryKind.Deleted : ChangeEntryKind.LeftReach, change.Version, null, left.Key)
        : null;
}
