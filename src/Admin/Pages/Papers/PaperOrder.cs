using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Papers;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The columns the list of papers can be ordered by.</summary>
public enum PaperColumn { Date, Title, Author }

/// <summary>An order of the list, written in an address as the column's name, with a minus for descending: <c>-date</c>.</summary>
public sealed record PaperOrder(PaperColumn Column, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static PaperOrder Default { get; } = new(PaperColumn.Date, Descending: true);

    /// <summary>What a click on a column's header leads to.</summary>
    public PaperOrder Next(PaperColumn column) => column == Column ? this with { Descending = !Descending } : new PaperOrder(column, Descending: column == PaperColumn.Date);

    public static PaperOrder? Parse(string text)
    {
        var descending = text.StartsWith('-');
        var name = descending ? text[1..] : text;
        foreach (var column in Enum.GetValues<PaperColumn>())
        {
            if (name == Name(column))
                return new PaperOrder(column, descending);
        }
        return null;
    }

    public override string ToString() => (Descending ? "-" : "") + Name(Column);

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

    /// <summary>The column in an address.</summary>
    public static string Name(PaperColumn column) => column.ToString().ToLowerInvariant();
}
