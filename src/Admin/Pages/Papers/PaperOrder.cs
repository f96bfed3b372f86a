using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The columns the list of papers can be ordered by.</summary>
public enum PaperColumn { Date, Title, Author }

/// <summary>An order of the list, written in an address by <see cref="OrderText"/>.</summary>
public sealed record PaperOrder(PaperColumn Column, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static PaperOrder Default { get; } = new(PaperColumn.Date, Descending: true);

    /// <summary>What a click on a column's header leads to.</summary>
    public PaperOrder Next(PaperColumn column) => column == Column ? this with { Descending = !Descending } : new PaperOrder(column, Descending: column == PaperColumn.Date);

    public static PaperOrder? Parse(string text) => OrderText.Parse<PaperColumn>(text) is var (column, descending) ? new(column, descending) : null;

    public override string ToString() => OrderText.Of(Column, Descending);

    public PaperSortInput ToSort()
    {
        var direction = Descending ? SortDirection.Desc : SortDirection.Asc;
        return Column switch
        {
            PaperColumn.Title => new() { Title = direction },
            PaperColumn.Author => new() { FirstAuthor = direction },
            _ => new() { PublishedOn = direction },
        };
    }
}
