using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Organisation;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ProjectStep.graphql: what the form of a step shows, and whether the viewer may take it.</summary>
public static class ProjectStepOperation
{
    public static Operation<ProjectStepVariables, ProjectStepData> Operation { get; } = new("Research/ProjectStep");
}

/// <param name="People">With the teachers of the school, for forms that name some.</param>
/// <param name="Reviewers">With those of other schools who can be reviewers.</param>
/// <param name="Search">By whose name they are looked for; null: who has reviewed for the school before.</param>
public sealed record ProjectStepVariables(string Id, bool People, bool Reviewers, string? Search = null);

public sealed record ProjectStepData(IReadOnlyList<ResearchStep> ResearchSteps, TodayViewer? Viewer, ProjectForStep? ResearchProject) : FramedData;

public sealed record ProjectForStep(
    string Id, int Version, string Title, ProjectLevel Level, ProjectState State, DateOnly? DueOn, SchoolWithStaff? School,
    bool ViewerIsLeader, bool ViewerIsMember, bool ViewerIsResearchOffice, bool ViewerIsGroupLeader, bool ViewerIsReviewer, bool ViewerIsApprovingBody,
    bool ViewerIsDistrictResearchOfficer,
    Connection<NamedMember> Members, Connection<NamedRow> Reviews, Connection<OpenMilestoneRequest> MilestoneRequests,
    Connection<OpenExtensionRequest> ExtensionRequests, Connection<OpenChangeRequest> ChangeRequests, Connection<InspectionToMend> Inspections,
    Connection<TitledItem> PortfolioItems, IReadOnlyList<ReviewerCandidate>? ReviewerCandidates = null) : IViewedProject;

/// <summary>A teacher of another school who can be named as a reviewer, or why not, by the codes of the rules: rules P5, P15.</summary>
public sealed record ReviewerCandidate(string Id, string Name, string School, TeacherTitle? Title, IReadOnlyList<string> Why)
{
    /// <summary>The API tells no more at a time.</summary>
    public const int Most = 20;
}

public sealed record SchoolWithStaff(string Id, string Name, Connection<NamedRow>? Teachers = null, Connection<GroupColleagues>? ResearchGroups = null)
{
    public IReadOnlyList<NamedRow> Staff => Colleagues.Of(Teachers?.Nodes ?? [], ResearchGroups?.Nodes.SelectMany(group => group.Members.Nodes) ?? []);
}

public sealed record GroupColleagues(Connection<Colleague> Members);

/// <summary>Somebody of a research group, whom all of the school may name.</summary>
public sealed record Colleague(string Name, string TeacherId);

public static class Colleagues
{
    /// <summary>Who can be named: the teachers that the viewer reads, and after them who is known from the school's research groups.</summary>
    public static IReadOnlyList<NamedRow> Of(IEnumerable<NamedRow> teachers, IEnumerable<Colleague> colleagues) =>
        [.. teachers.Concat(colleagues.OrderBy(one => one.Name, StringComparer.CurrentCulture).Select(one => new NamedRow(one.TeacherId, one.Name))).DistinctBy(one => one.Id)];
}

public sealed record NamedMember(string Id, string Name, ResearchMemberRole Role, string? Duty, string? Task, string TeacherId);

public sealed record OpenMilestoneRequest(
    string Id, MilestoneKind Kind, DateOnly RequestedOn, string RequestedBy, string? Results, string? Reason, FileName? Document);

public sealed record OpenExtensionRequest(
    string Id, DateOnly DueOn, DateOnly RequestedOn, string RequestedBy, DateOnly RequestedUntil, string Reason, FileName? Document);

public sealed record OpenChangeRequest(
    string Id, ResearchChangeKind Kind, string Before, string After, string Reason, DateOnly RequestedOn, string RequestedBy);

public sealed record InspectionToMend(string Id, DateOnly InspectedOn, string InspectedBy, string Finding, DateOnly? MendBy);

public sealed record TitledItem(string Id, PortfolioCategory Category, string Title);
