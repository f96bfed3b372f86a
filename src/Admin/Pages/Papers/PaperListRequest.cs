using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Papers;
using Microsoft.AspNetCore.Mvc;
using static HomeroomGraph.Admin.Web.AddressValues;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The address of the list of papers as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record PaperListRequest
{
    private const int TextMax = 100;

    [FromQuery(Name = "q")] public string? Text { get; init; }
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "semester")] public string? Semester { get; init; }
    [FromQuery(Name = "school")] public string? School { get; init; }
    [FromQuery(Name = "awarded")] public string? Awarded { get; init; }
    [FromQuery(Name = "order")] public string? Order { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist.</summary>
    public PaperListQuery? ToQuery()
    {
        var text = Given(Text)?.Trim();
        var semester = Dates.ParseIso(Semester);
        if (text?.Length > TextMax || (Given(After) is not null && Given(Before) is not null) || !TryCode<PaperKind>(Kind, out var kind)
            || (semester is null && Given(Semester) is not null) || Given(Awarded) is not (null or "true"))
            return null;
        var order = Given(Order) is { } given ? PaperOrder.Parse(given) : PaperOrder.Default;
        return order is null
            ? null
            : new PaperListQuery
            {
                Text = text,
                Kind = kind,
                Semester = semester,
                School = Given(School),
                Awarded = Given(Awarded) is not null,
                Order = order,
                After = Given(After),
                Before = Given(Before),
            };
    }
}
