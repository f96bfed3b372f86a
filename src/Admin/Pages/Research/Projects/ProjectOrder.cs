using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>The columns the list of projects can be ordered by.</summary>
public enum ProjectColumn { Drafted, Due, Leader, Late }

/// <summary>An order of the list, written in an address as the column's name, with a minus for descending: <c>-drafted</c>.</summary>
public sealed record ProjectOrder(ProjectColumn Column, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static ProjectOrder Default { get; } = new(ProjectColumn.Drafted, Descending: true);

    /// <summary>What a click on a column's header leads to: what is due first and names from the start, the newest and the most late first; then the other way.</summary>
    public ProjectOrder Next(ProjectColumn column) => column == Column
        ? this with { Descending = !Descending }
        : new ProjectOrder(column, Descending: column is ProjectColumn.Drafted or ProjectColumn.Late);

    public static ProjectOrder? Parse(string text)
    {
        var descending = text.StartsWith('-');
        var name = descending ? text[1..] : text;
        foreach (var column in Enum.GetValues<ProjectColumn>())
        {
            if (name == Name(column))
                return new ProjectOrder(column, descending);
        }
        return null;
    }

    public override string ToString() => (Descending ? "-" : "") + Name(Column);

    public ProjectSortInput ToSort()
    {
        var direction = Descending ? SortDirection.Desc : SortDirection.Asc;
        return Column switch
        {
            ProjectColumn.Due => new() { DueOn = direction },
            ProjectColumn.Leader => new() { Leader = new(direction) },
            ProjectColumn.Late => new() { OverdueTaskCount = direction },
            _ => new() { CreatedOn = direction },
        };
    }

    /// <summary>The column in an address.</summary>
    public static string Name(ProjectColumn column) => column.ToString().ToLowerInvariant();
}
