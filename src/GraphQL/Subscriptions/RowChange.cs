using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>What has happened to a row, as far as the log and the viewer's rights tell.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was there and has changed, or has come within the viewer's reach.</summary>
    Updated,

    /// <summary>It is gone, or no longer within the viewer's reach, which look alike.</summary>
    Deleted,
}

/// <summary>A row that has changed.</summary>
/// <param name="Version">Never goes back for a row; what is not newer is known already.</param>
public sealed record RowChange(RowKey Key, ChangeKind Kind, long Version)
{
    /// <summary>This and a later change of the same row as one.</summary>
    internal RowChange Then(RowChange later) => new(Key, (Kind, later.Kind) switch
    {
        (ChangeKind.Created, ChangeKind.Updated) => ChangeKind.Created,
        (ChangeKind.Deleted, ChangeKind.Created) => ChangeKind.Updated,
        _ => later.Kind,
    }, Math.Max(Version, later.Version));
}

/// <summary>A changed row of a table.</summary>
/// <param name="Table">The name by which the log calls it, with the schema.</param>
public sealed record TableChange(string Table, RowChange Change);
