namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>The parts of the contract's <c>ResearchProjectFilterInput</c> the list of projects uses; what is null is left out.</summary>
public sealed record ProjectFilterInput
{
    public EqualsInput<ProjectState>? State { get; init; }
    public EqualsInput<ProjectLevel>? Level { get; init; }
    public EqualsInput<bool>? IsUnfinished { get; init; }
    public EqualsInput<bool>? IsOverdue { get; init; }
    public CodeFilterInput? Subject { get; init; }
    public IdFilterInput? School { get; init; }
    public NameFilterInput? LeadingMember { get; init; }
}

/// <summary>Related rows by their code.</summary>
public sealed record CodeFilterInput(TextFilterInput Code);

/// <summary>Related rows by their id.</summary>
public sealed record IdFilterInput(EqualsInput<string> Id);

/// <summary>Related rows by their name.</summary>
public sealed record NameFilterInput(TextFilterInput Name);

/// <summary>The parts of the contract's <c>ResearchProjectSortInput</c> the list of projects uses.</summary>
public sealed record ProjectSortInput
{
    public SortDirection? CreatedOn { get; init; }
    public SortDirection? DueOn { get; init; }
    public SortDirection? OverdueTaskCount { get; init; }
    public LeaderSortInput? Leader { get; init; }
}

/// <summary>By the leader's name as it is spoken (姓名按拼音排序).</summary>
public sealed record LeaderSortInput(SortDirection Pinyin);
