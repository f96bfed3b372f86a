namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>The head of a column the list can be ordered by.</summary>
public sealed record SchoolColumnHead(SchoolColumn Column, string Text, IndexModel List, string? Class = null)
{
    public string Url => List.OrderUrl(Column);

    public string Id => "order-" + Column.ToString().ToLowerInvariant();

    /// <summary>The value of <c>aria-sort</c>, null for a column that is not in order.</summary>
    public string? Sorted => List.Query.Order.Column != Column ? null : List.Query.Order.Descending ? "descending" : "ascending";
}
