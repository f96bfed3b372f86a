using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using static HomeroomGraph.Admin.Web.AddressValues;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The address of the list of awards as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record AwardListRequest
{
    private const int TextMax = 100;

    [FromQuery(Name = "q")] public string? Text { get; init; }
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "level")] public string? Level { get; init; }
    [FromQuery(Name = "grade")] public string? Grade { get; init; }
    [FromQuery(Name = "year")] public string? Year { get; init; }
    [FromQuery(Name = "school")] public string? School { get; init; }
    [FromQuery(Name = "status")] public string? Status { get; init; }
    [FromQuery(Name = "order")] public string? Order { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist.</summary>
    public AwardListQuery? ToQuery()
    {
        var text = Given(Text)?.Trim();
        if (text?.Length > TextMax || (Given(After) is not null && Given(Before) is not null)
            || !TryCode<AwardKind>(Kind, out var kind) || !TryCode<AwardLevel>(Level, out var level) || !TryCode<AwardGrade>(Grade, out var grade))
            return null;
        var year = Given(Year) is { } span ? DaySpan.Parse(span) : null;
        AwardStatus? status = Enum.GetValues<AwardStatus>().Where(value => AwardListQuery.Word(value) == Given(Status)).Select(value => (AwardStatus?)value).FirstOrDefault();
        var order = Given(Order) is { } given ? AwardOrder.Parse(given) : AwardOrder.Default;
        return order is null || (year is null && Given(Year) is not null) || (status is null && Given(Status) is not null)
            ? null
            : new AwardListQuery
            {
                Text = text,
                Kind = kind,
                Level = level,
                Grade = grade,
                Year = year,
                School = Given(School),
                Status = status,
                Order = order,
                After = Given(After),
                Before = Given(Before),
            };
    }
}
