using HomeroomGraph.Admin.Operations.Awards;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>What the list of awards shows: filter, order and place, all of it in the address, so that a link or a reload shows the same.</summary>
public sealed record AwardListQuery
{
    public const int PageSize = 20;

    /// <summary>Part of the recipient's name or of the award's, or the beginning of the certificate's number.</summary>
    public string? Text { get; init; }

    public AwardKind? Kind { get; init; }
    public AwardLevel? Level { get; init; }
    public AwardGrade? Grade { get; init; }

    /// <summary>The school year of the grant by its days, which districts share.</summary>
    public DaySpan? Year { get; init; }

    public string? School { get; init; }
    public AwardStatus? Status { get; init; }
    public AwardOrder Order { get; init; } = AwardOrder.Default;
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsFiltered => Filter is not null;

    /// <summary>A status in an address.</summary>
    public static string Word(AwardStatus status) => status == AwardStatus.Valid ? "valid" : "revoked";

    /// <summary>The same list from its beginning: where every change of filter or order leads.</summary>
    public AwardListQuery FromStart() => this with { After = null, Before = null };

    public AwardListVariables ToVariables() => new(Before is null ? PageSize : null, After, Before is null ? null : PageSize, Before, Filter, [Order.ToSort()]);

    /// <summary>The whole list.</summary>
    public AwardListVariables ToWhole() => new(null, null, null, null, Filter, [Order.ToSort()]);

    private AwardFilterInput? Filter
    {
        get
        {
            var filter = new AwardFilterInput
            {
                Kind = Kind is { } kind ? new(kind) : null,
                Level = Level is { } level ? new(level) : null,
                Grade = Grade is { } grade ? new(grade) : null,
                GrantedOn = Year is { } year ? new(year.StartsOn, year.EndsOn) : null,
                School = School is { } school ? new(new(school)) : null,
                IsValid = Status is { } status ? new(status == AwardStatus.Valid) : null,
                Or = Text is null ? null : [new() { Name = new(Contains: Text) }, new() { Title = new(Contains: Text) }, new() { Number = new(StartsWith: Text) }],
            };
            return filter == new AwardFilterInput() ? null : filter;
        }
    }
}

/// <summary>Whether an award still counts: rule W3.</summary>
public enum AwardStatus { Valid, Revoked }
