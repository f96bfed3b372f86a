using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>What the list of schools shows: filter, order and place, all of it in the address, so that a link or a reload shows the same.</summary>
public sealed record SchoolListQuery
{
    public const int PageSize = 20;

    public string? Text { get; init; }
    public SchoolStage? Stage { get; init; }
    public SchoolStatus? Status { get; init; }
    public string? District { get; init; }
    public SchoolOrder Order { get; init; } = SchoolOrder.Default;
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsFiltered => Text is not null || Stage is not null || Status is not null || District is not null;

    /// <summary>The same list from its beginning: where every change of filter or order leads.</summary>
    public SchoolListQuery FromStart() => this with { After = null, Before = null };

    public SchoolListVariables ToVariables() => new(
        First: Before is null ? PageSize : null,
        After,
        Last: Before is null ? null : PageSize,
        Before,
        IsFiltered ? ToFilter() : null,
        [Order.ToSort()]);

    private SchoolFilterInput ToFilter() => new()
    {
        Or = Text is null ? null : Matching(Text),
        Stage = Stage is { } stage ? new(stage) : null,
        Status = Status is { } status ? new(status) : null,
        District = District is null ? null : new(new TextFilterInput(Eq: District)),
    };

    // A text of digits is a piece of a code, Latin letters may be pinyin; a name may hold both, so all are tried at once.
    private static SchoolFilterInput[] Matching(string text) =>
    [
        new() { Name = new(Contains: text) },
        new() { Code = new(Contains: text) },
        new() { Pinyin = new(StartsWith: text.ToLowerInvariant()) },
    ];
}
