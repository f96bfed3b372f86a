using HomeroomGraph.Admin.Operations.Organisation;
using Microsoft.AspNetCore.Mvc;
using static HomeroomGraph.Admin.Web.AddressValues;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>The address of the list of schools as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record SchoolListRequest
{
    private const int TextMax = 100;

    [FromQuery(Name = "q")] public string? Text { get; init; }
    [FromQuery(Name = "stage")] public string? Stage { get; init; }
    [FromQuery(Name = "status")] public string? Status { get; init; }
    [FromQuery(Name = "district")] public string? District { get; init; }
    [FromQuery(Name = "order")] public string? Order { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist. An empty field of the form counts as absent.</summary>
    public SchoolListQuery? ToQuery()
    {
        var text = Given(Text)?.Trim();
        if (text?.Length > TextMax || (Given(After) is not null && Given(Before) is not null))
            return null;
        if (!TryCode<SchoolStage>(Stage, out var stage) || !TryCode<SchoolStatus>(Status, out var status))
            return null;
        var order = Given(Order) is { } given ? SchoolOrder.Parse(given) : SchoolOrder.Default;
        return order is null
            ? null
            : new SchoolListQuery
            {
                Text = Given(text),
                Stage = stage,
                Status = status,
                District = Given(District),
                Order = order,
                After = Given(After),
                Before = Given(Before),
            };
    }
}
