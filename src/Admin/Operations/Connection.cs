namespace HomeroomGraph.Admin.Operations;

/// <summary>A page of a list, as far as a page shows it.</summary>
public sealed record Connection<TNode>(IReadOnlyList<TNode> Nodes, PageInfo? PageInfo = null, int? TotalCount = null);

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
