using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The columns the list of awards can be ordered by.</summary>
public enum AwardColumn { Date, Title, Name, Level }

/// <summary>An order of the list, written in an address by <see cref="OrderText"/>.</summary>
public sealed record AwardOrder(AwardColumn Column, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static AwardOrder Default { get; } = new(AwardColumn.Date, Descending: true);

    /// <summary>What a click on a column's header leads to.</summary>
    public AwardOrder Next(AwardColumn column) =>
        column == Column ? this with { Descending = !Descending } : new AwardOrder(column, Descending: column is AwardColumn.Date or AwardColumn.Level);

    public static AwardOrder? Parse(string text) => OrderText.Parse<AwardColumn>(text) is var (column, descending) ? new(column, descending) : null;

    public override string ToString() => OrderText.Of(Column, Descending);

    public AwardSortInput ToSort()
    {
        var direction = Descending ? SortDirection.Desc : SortDirection.Asc;
        return Column switch
        {
            AwardColumn.Title => new() { Title = direction },
            AwardColumn.Name => new() { Name = direction },
            AwardColumn.Level => new() { Level = direction },
            _ => new() { GrantedOn = direction },
        };
    }
}
