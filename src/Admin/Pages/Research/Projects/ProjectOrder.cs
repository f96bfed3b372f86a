using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>The columns the list of projects can be ordered by.</summary>
public enum ProjectColumn { Drafted, Due, Leader, Late }

/// <summary>An order of the list, written in an address by <see cref="OrderText"/>.</summary>
public sealed record ProjectOrder(ProjectColumn Column, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static ProjectOrder Default { get; } = new(ProjectColumn.Drafted, Descending: true);

    /// <summary>What a click on a column's header leads to: what is due first and names from the start, the newest and the most late first; then the other way.</summary>
    public ProjectOrder Next(ProjectColumn column) => column == Column
        ? this with { Descending = !Descending }
        : new ProjectOrder(column, Descending: column is ProjectColumn.Drafted or ProjectColumn.Late);

    public static ProjectOrder? Parse(string text) => OrderText.Parse<ProjectColumn>(text) is var (column, descending) ? new(column, descending) : null;

    public override string ToString() => OrderText.Of(Column, Descending);

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
}
