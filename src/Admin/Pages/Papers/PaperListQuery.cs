using HomeroomGraph.Admin.Operations.Papers;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>What the list of papers shows: filter, order and place, all of it in the address, so that a link or a reload shows the same.</summary>
public sealed record PaperListQuery
{
    public const int PageSize = 20;

    public string? Text { get; init; }
    public PaperKind? Kind { get; init; }

    /// <summary>By its first day, which districts share.</summary>
    public DateOnly? Semester { get; init; }

    public string? School { get; init; }
    public bool Awarded { get; init; }
    public PaperOrder Order { get; init; } = PaperOrder.Default;
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsFiltered => Text is not null || Filter is not null;

    /// <summary>The same list from its beginning: where every change of filter or order leads.</summary>
    public PaperListQuery FromStart() => this with { After = null, Before = null };

    public PaperListVariables ToVariables() => new(Before is null ? PageSize : null, After, Before is null ? null : PageSize, Before, Filter, Sort, Text);

    /// <summary>The whole list.</summary>
    public PaperListVariables ToWhole() => new(null, null, null, null, Filter, Sort, Text);

    // Words are answered best first, unless another order was chosen.
    private IReadOnlyList<PaperSortInput>? Sort => Text is not null && Order == PaperOrder.Default ? null : [Order.ToSort()];

    private PaperFilterInput? Filter => Kind is null && Semester is null && School is null && !Awarded ? null : new()
    {
        Kind = Kind is { } kind ? new(kind) : null,
        Semester = Semester is { } start ? new(StartsOn: new(start)) : null,
        SchoolId = School is { } school ? new(school) : null,
        Awards = Awarded ? new(Any: true) : null,
    };
}
