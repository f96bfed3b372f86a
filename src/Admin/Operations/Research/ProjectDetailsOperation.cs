using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Organisation;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ProjectDetails.graphql: a project with all that belongs to it, as far as the viewer sees it.</summary>
public static class ProjectDetailsOperation
{
    public static Operation<ProjectVariables, ProjectDetailsData> Operation { get; } = new("Research/ProjectDetails");
}

public sealed record ProjectVariables(string Id);

public sealed record ProjectDetailsData(IReadOnlyList<ResearchStep> ResearchSteps, TodayViewer? Viewer, ProjectDetails? ResearchProject) : FramedData;

public sealed record ProjectDetails(
    string Id, int Version, bool ViewerIsLeader, bool ViewerIsMember, bool ViewerIsResearchOffice, bool ViewerIsGroupLeader, bool ViewerIsReviewer, bool ViewerIsApprovingBody,
    bool ViewerIsDistrictResearchOfficer, string? Number, string Title, ProjectLevel Level, ProjectState State, DateOnly CreatedOn, string? ApprovalBody, string? ApprovalNumber,
    DateOnly? ApprovedOn, DateOnly? DueOn, DateOnly? EndedOn, bool IsOverdue, bool IsUnfinished, int MemberCount, int PortfolioCompleteness,
    IReadOnlyList<PortfolioCategory> MissingPortfolioCategories, NamedRow? School, RowId? Leader, NameOnly? LeadingMember, NameOnly? Group,
    NameOnly? Subject, Connection<ThemeRow> Themes, ApplicationText? Application, Connection<ApplicationVersion> Applications,
    Connection<MemberRow> Members, Connection<StageRow> Stages, Connection<TaskRow> Tasks, Connection<ReviewRow> Reviews,
    Connection<OpinionRow> Opinions, Connection<DecisionRow> Decisions, Connection<StateChangeRow> StateChanges, Connection<MilestoneRow> Milestones,
    Connection<InspectionRow> Inspections, Connection<PortfolioItemRow> PortfolioItems, Connection<MilestoneRequestRow> MilestoneRequests,
    Connection<ExtensionRequestRow> ExtensionRequests, Connection<ChangeRequestRow> ChangeRequests, Connection<ProjectPaperRow> Papers,
    IReadOnlyList<MissingPart>? MissingParts) : IViewedProject
{
    /// <summary>What the viewer was told of it and has not read.</summary>
    public required int NewsCount { get; init; }

    /// <summary>What the viewer can do with it now.</summary>
    public IReadOnlySet<string> PossibleSteps { get; init; } = new HashSet<string>();
}

public sealed record RowId(string Id);

public sealed record ThemeRow(ProjectTheme Theme);

public sealed record ApplicationVersion(int Version, ApplicationState State, DateTimeOffset? SubmittedAt, ReviewOutcome? Outcome, DateTimeOffset? DecidedAt);

public sealed record VersionNumber(int Version);

/// <summary>A file's name; its bytes are fetched by the id.</summary>
public sealed record FileName(string Id, [property: System.Text.Json.Serialization.JsonPropertyName("fileName")] string Name);

public sealed record ReviewRow(
    string Id, string Name, ReviewState State, int? Scientific, int? Advancement, int? Feasibility, string? Comment, DateTimeOffset? SubmittedAt,
    VersionNumber? Application);

public sealed record OpinionRow(
    string Id, int Position, string? Opinion, string? Answer, DateTimeOffset? AnsweredAt, VersionNumber? Application = null, NameOnly? Review = null);

public sealed record DecisionRow(
    ApprovalDecision Decision, string Body, string? Number, DateOnly DecidedOn, DateOnly? DueOn, string? Reason, string RecordedBy, FileName? Document);

public sealed record StateChangeRow(
    int Number, ProjectState FromState, ProjectState ToState, string ChangedBy, DateTimeOffset ChangedAt, string? Remark, FileName? Document);

public sealed record MilestoneRow(
    MilestoneKind Kind, DateOnly HeldOn, string HeldBy, DateTimeOffset RecordedAt, string? Conclusion, string? Results, ClosingGrade? Grade,
    string? Reason, FileName? Document);

public sealed record InspectionRow(
    string Id, DateOnly InspectedOn, string InspectedBy, string Finding, DateOnly? MendBy, DateOnly? MendedOn, bool IsOverdue);

public sealed record PortfolioItemRow(
    string Id, PortfolioCategory Category, string Title, string? Body, DateOnly AddedOn, string AddedBy, FileName? Document);

public sealed record MilestoneRequestRow(
    string Id, MilestoneKind Kind, DateOnly RequestedOn, string RequestedBy, string? Results, string? Reason, RequestDecision? Decision,
    DateOnly? DecidedOn, string? DecidedBy, string? Remark, FileName? Document);

public sealed record ExtensionRequestRow(
    string Id, DateOnly DueOn, DateOnly RequestedOn, string RequestedBy, DateOnly RequestedUntil, string Reason, RequestDecision? Decision,
    DateOnly? GrantedUntil, DateOnly? DecidedOn, string? DecidedBy, string? Remark, FileName? Document);

public sealed record ChangeRequestRow(
    string Id, ResearchChangeKind Kind, string Before, string After, string Reason, DateOnly RequestedOn, string RequestedBy,
    RequestDecision? Decision, DateOnly? DecidedOn, string? DecidedBy, string? Remark);

public sealed record ProjectPaperRow(string Id, string Title, string? FirstAuthor, string? Venue, DateOnly PublishedOn);
