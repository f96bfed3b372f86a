using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>The address of the audit trail as it came in; <see cref="ToQuery"/> makes sense of it.</summary>
public sealed record AuditRequest
{
    private const int TextMax = 200;
    private static readonly DateOnly LastDay = new(9999, 12, 30);

    [FromQuery(Name = "record")] public string? Record { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "actor")] public string? Actor { get; init; }
    [FromQuery(Name = "table")] public string? Table { get; init; }
    [FromQuery(Name = "row")] public string? Row { get; init; }
    [FromQuery(Name = "operation")] public string? Operation { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }

    /// <summary>Null when the address makes no sense. An empty field of the form counts as absent.</summary>
    public AuditQuery? ToQuery()
    {
        if (Given(After) is not null && Given(Before) is not null)
            return null;
        if (Given(Row) is not null && Given(Table) is null)
            return null;
        if (!TryDay(From, out var from) || !TryDay(To, out var to) || !TryOperation(out var operation))
            return null;
        return new[] { Record, Actor, Table, Row }.Any(text => text?.Length > TextMax)
            ? null
            : new AuditQuery
            {
                Record = Given(Record),
                From = from,
                To = to,
                Actor = Given(Actor)?.Trim(),
                Table = Given(Table),
                Row = Given(Row),
                Operation = operation,
                After = Given(After),
                Before = Given(Before),
            };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    // A day must leave room for the next one and for the offset of the schools' clock.
    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = Dates.ParseIso(Given(text));
        return Given(text) is null || (day is { Year: > 1 } && day <= LastDay);
    }

    private bool TryOperation(out AuditOperation? operation)
    {
        operation = Given(Operation) is { } code ? EnumCodes.Parse<AuditOperation>(code) : null;
        return operation is not null || Given(Operation) is null;
    }
}
