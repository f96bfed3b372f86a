using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>The address of the list of accounts as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record AccountListRequest
{
    private const int TextMax = 100;

    [FromQuery(Name = "q")] public string? Text { get; init; }
    [FromQuery(Name = "role")] public string? Role { get; init; }
    [FromQuery(Name = "school")] public string? School { get; init; }
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address asks for something that does not exist. An empty field of the form counts as absent.</summary>
    public AccountListQuery? ToQuery()
    {
        var query = new AccountListQuery
        {
            Text = Given(Text)?.Trim(),
            Role = Given(Role),
            School = Given(School),
            State = Given(State),
            After = Given(After),
            Before = Given(Before),
        };
        var makesSense = (query.Text?.Length ?? 0) <= TextMax
            && (query.After is null || query.Before is null)
            && (query.Role is null || RoleCodes.OfPeople.Contains(query.Role))
            && (query.State is null || AccountListQuery.States.Contains(query.State));
        return makesSense ? query : null;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
