using HomeroomGraph.Admin.Operations.Research;
using Microsoft.AspNetCore.Mvc;
using static HomeroomGraph.Admin.Web.AddressValues;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>The address of the list of projects as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record ProjectListRequest
{
    private const int TextMax = 100;

    [FromQuery(Name = "q")] public string? Text { get; init; }
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "level")] public string? Level { get; init; }
    [FromQuery(Name = "subject")] public string? Subject { get; init; }
    [FromQuery(Name = "leader")] public string? Leader { get; init; }
    [FromQuery(Name = "school")] public string? School { get; init; }
    [FromQuery(Name = "overdue")] public string? Overdue { get; init; }
    [FromQuery(Name = "order")] public string? Order { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist.</summary>
    public ProjectListQuery? ToQuery()
    {
        var (text, leader) = (Given(Text)?.Trim(), Given(Leader)?.Trim());
        if (text?.Length > TextMax || leader?.Length > TextMax || (Given(After) is not null && Given(Before) is not null))
            return null;
        var unfinished = State == ProjectListQuery.UnfinishedCode;
        if (!TryCode<ProjectState>(unfinished ? null : State, out var state) || !TryCode<ProjectLevel>(Level, out var level))
            return null;
        if (Given(Overdue) is not (null or "true"))
            return null;
        var order = Given(Order) is { } given ? ProjectOrder.Parse(given) : ProjectOrder.Default;
        return order is null
            ? null
            : new ProjectListQuery
            {
                Text = text,
                State = state,
                Unfinished = unfinished,
                Level = level,
                Subject = Given(Subject),
                Leader = leader,
                School = Given(School),
                Overdue = Given(Overdue) is not null,
                Order = order,
                After = Given(After),
                Before = Given(Before),
            };
    }
}
