using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

public sealed record AwardListVariables(int? First, string? After, int? Last, string? Before, AwardFilterInput? Where, IReadOnlyList<AwardSortInput>? Order);

/// <summary>The parts of the contract's <c>AwardFilterInput</c> that the list of awards uses; what is null is left out.</summary>
public sealed record AwardFilterInput
{
    public EqualsInput<AwardKind>? Kind { get; init; }
    public EqualsInput<AwardLevel>? Level { get; init; }
    public EqualsInput<AwardGrade>? Grade { get; init; }
    public EqualsInput<bool>? IsValid { get; init; }
    public DayFilterInput? GrantedOn { get; init; }
    public IdFilterInput? School { get; init; }
    public TextFilterInput? Name { get; init; }
    public TextFilterInput? Title { get; init; }
    public TextFilterInput? Number { get; init; }

    /// <summary>At least one of these holds.</summary>
    public IReadOnlyList<AwardFilterInput>? Or { get; init; }
}

/// <summary>A span of days, half-open.</summary>
public sealed record DayFilterInput(DateOnly Gte, DateOnly Lt);

public sealed record AwardSortInput
{
    public SortDirection? GrantedOn { get; init; }
    public SortDirection? Title { get; init; }
    public SortDirection? Name { get; init; }
    public SortDirection? Level { get; init; }
}

public sealed record AwardListData(RolesOfViewer? Viewer, Connection<AwardRow> Awards, Connection<SchoolYearOption> SchoolYears, Connection<NamedRow> Schools) : FramedData;

public sealed record AwardRow(
    string Id, string Title, string Name, AwardKind Kind, AwardLevel Level, AwardGrade Grade, string? Number, string Issuer, DateOnly GrantedOn, DateOnly? RevokedOn,
    NameOnly? School, TitleOnly? Paper);

public sealed record TitleOnly(string Title);

/// <summary>A school year: from its first day to the day after its last.</summary>
public sealed record SchoolYearOption(string Name, DateOnly StartsOn, DateOnly EndsOn);
