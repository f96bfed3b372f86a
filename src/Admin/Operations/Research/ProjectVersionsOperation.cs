using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ProjectVersions.graphql: every version of a project's application, for comparing and for print: rules P4, P6.</summary>
public static class ProjectVersionsOperation
{
    public static Operation<ProjectVariables, ProjectVersionsData> Operation { get; } = new("Research/ProjectVersions");
}

public sealed record ProjectVersionsData(ProjectVersions? ResearchProject) : FramedData;

public sealed record ProjectVersions(
    string Id, string? Number, string Title, ProjectLevel Level, ProjectState State, string? ApprovalNumber, NamedRow? School, NameOnly? LeadingMember,
    NameOnly? Group, NameOnly? Subject, Connection<ThemeRow> Themes, Connection<MemberRow> Members, Connection<StageRow> Stages,
    Connection<WholeVersion> Applications);

/// <summary>A version with members and stages as they were when it was submitted; a draft has none of its own yet.</summary>
public sealed record WholeVersion(
    int Version, ApplicationState State, string? Background, string? Significance, string? AcademicValue, string? Necessity, string? Feasibility,
    string? Innovation, string? Plan, string? ExpectedResults, DateOnly? DueOn, DateTimeOffset? SubmittedAt,
    IReadOnlyList<SubmittedMember>? Members, IReadOnlyList<SubmittedStage>? Stages, ReviewOutcome? Outcome, Connection<OpinionRow> Opinions)
    : ApplicationText(Version, State, Background, Significance, AcademicValue, Necessity, Feasibility, Innovation, Plan, ExpectedResults, DueOn, SubmittedAt);

/// <summary>A member as submitted; the role is the database's word for it.</summary>
public sealed record SubmittedMember(string Name, string Role, string? Duty, string? Task)
{
    public bool IsLeader => Role == "leader";
}

public sealed record SubmittedStage(string Goal, DateOnly StartsOn, DateOnly DueOn);
