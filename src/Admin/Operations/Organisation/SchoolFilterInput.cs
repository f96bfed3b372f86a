namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>The parts of the contract's <c>SchoolFilterInput</c> the list of schools uses; what is null is left out.</summary>
public sealed record SchoolFilterInput
{
    public IReadOnlyList<SchoolFilterInput>? Or { get; init; }
    public TextFilterInput? Name { get; init; }
    public TextFilterInput? Pinyin { get; init; }
    public TextFilterInput? Code { get; init; }
    public EqualsInput<SchoolStage>? Stage { get; init; }
    public EqualsInput<SchoolStatus>? Status { get; init; }
    public DistrictFilterInput? District { get; init; }
}

public sealed record DistrictFilterInput(TextFilterInput Code);

/// <summary>The parts of the contract's <c>SchoolSortInput</c> the list of schools uses.</summary>
public sealed record SchoolSortInput
{
    public SortDirection? Pinyin { get; init; }
    public SortDirection? Code { get; init; }
    public SortDirection? ClassCount { get; init; }
    public SortDirection? TeacherCount { get; init; }
}
