using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>What the list of projects shows: filter, order and place, all of it in the address, so that a link or a reload shows the same.</summary>
public sealed record ProjectListQuery
{
    public const int PageSize = 20;

    /// <summary>Stands in the place of a state for all that are unfinished (P2).</summary>
    public const string UnfinishedCode = "UNFINISHED";

    public string? Text { get; init; }
    public ProjectState? State { get; init; }
    public bool Unfinished { get; init; }
    public ProjectLevel? Level { get; init; }
    public string? Subject { get; init; }
    public string? Leader { get; init; }
    public string? School { get; init; }
    public bool Overdue { get; init; }
    public ProjectOrder Order { get; init; } = ProjectOrder.Default;
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsFiltered => Text is not null || Filter is not null;

    /// <summary>The same list from its beginning: where every change of filter or order leads.</summary>
    public ProjectListQuery FromStart() => this with { After = null, Before = null };

    // Words are answered best first, unless another order was chosen.
    public ProjectListVariables ToVariables() => new(
        First: Before is null ? PageSize : null,
        After,
        Last: Before is null ? null : PageSize,
        Before,
        Filter,
        Text is not null && Order == ProjectOrder.Default ? null : [Order.ToSort()],
        Text);

    private ProjectFilterInput? Filter
    {
        get
        {
            var filter = new ProjectFilterInput
            {
                State = State is { } state ? new(state) : null,
                Level = Level is { } level ? new(level) : null,
                IsUnfinished = Unfinished ? new(true) : null,
                IsOverdue = Overdue ? new(true) : null,
                Subject = Subject is null ? null : new(new TextFilterInput(Eq: Subject)),
                School = School is null ? null : new(new EqualsInput<string>(School)),
                LeadingMember = Leader is null ? null : new(new TextFilterInput(Contains: Leader)),
            };
            return filter == new ProjectFilterInput() ? null : filter;
        }
    }
}
