using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Archive;

namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>What the audit trail shows: filter and place, all of it in the address. The days are inclusive, as a reader means them.</summary>
public sealed record AuditQuery
{
    private const int PageSize = 20;

    /// <summary>The global id of one record; with it the page is that record's trail.</summary>
    public string? Record { get; init; }

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Who, as the log names an account or a program.</summary>
    public string? Actor { get; init; }

    /// <summary>A table with its schema.</summary>
    public string? Table { get; init; }

    /// <summary>A row of that table by its key, for records without a global id.</summary>
    public string? Row { get; init; }

    public AuditOperation? Operation { get; init; }
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsTrail => Record is not null || Row is not null;

    public bool IsFiltered => From is not null || To is not null || Actor is not null || Table is not null || Operation is not null;

    public AuditQuery FromStart() => this with { After = null, Before = null };

    public AuditTrailVariables ToVariables() => new(
        First: Before is null ? PageSize : null,
        After,
        Last: Before is null ? null : PageSize,
        Before,
        IsTrail || IsFiltered ? ToFilter() : null);

    private AuditEntryFilterInput ToFilter() => new()
    {
        Record = Equal(Record),
        At = From is null && To is null ? null : new(From?.Start(), To?.AddDays(1).Start()),
        Or = Actor is null ? null : [new() { Actor = Equal(Actor) }, new() { ActorName = Equal(Actor) }],
        TableName = Equal(Table),
        RowId = Equal(Row),
        Operation = Operation is { } operation ? new(operation) : null,
    };

    private static EqualsInput<string>? Equal(string? value) => value is null ? null : new(value);
}
