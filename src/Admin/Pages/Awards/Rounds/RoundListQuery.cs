using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using static HomeroomGraph.Admin.Web.AddressValues;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>What the list of selections shows: filter and place, all of it in the address.</summary>
public sealed record RoundListQuery
{
    public const int PageSize = 20;

    public AwardKind? Kind { get; init; }
    public AwardLevel? Level { get; init; }
    public AwardRoundState? State { get; init; }

    /// <summary>The school year by its first day, which districts share.</summary>
    public DateOnly? Year { get; init; }

    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsFiltered => Filter is not null;

    public RoundListQuery FromStart() => this with { After = null, Before = null };

    public RoundListVariables ToVariables() => new(Before is null ? PageSize : null, After, Before is null ? null : PageSize, Before, Filter);

    private AwardRoundFilterInput? Filter
    {
        get
        {
            var filter = new AwardRoundFilterInput
            {
                Kind = Kind is { } kind ? new(kind) : null,
                Level = Level is { } level ? new(level) : null,
                State = State is { } state ? new(state) : null,
                SchoolYear = Year is { } year ? new(new(year)) : null,
            };
            return filter == new AwardRoundFilterInput() ? null : filter;
        }
    }
}

/// <summary>The address of the list as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record RoundListRequest
{
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "level")] public string? Level { get; init; }
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "year")] public string? Year { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist.</summary>
    public RoundListQuery? ToQuery()
    {
        var year = Given(Year) is { } day ? Dates.ParseIso(day) : null;
        if (!TryCode<AwardKind>(Kind, out var kind) || !TryCode<AwardLevel>(Level, out var level) || !TryCode<AwardRoundState>(State, out var state)
            || (year is null && Given(Year) is not null) || (Given(After) is not null && Given(Before) is not null))
            return null;
        return new() { Kind = kind, Level = level, State = state, Year = year, After = Given(After), Before = Given(Before) };
    }
}
