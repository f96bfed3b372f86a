namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>The head of a column that a list can be ordered by. <paramref name="Descending"/> is null for a column that is not in order.</summary>
public sealed record ColumnHead(string Name, string Text, string Url, bool? Descending, string? Class = null)
{
    public string Id => "order-" + Name;

    /// <summary>The value of <c>aria-sort</c>.</summary>
    public string? Sorted => Descending switch { null => null, true => "descending", false => "ascending" };
}
