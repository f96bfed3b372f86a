using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ReviewDesk.graphql: the applications given to the viewer to review: rule P5.</summary>
public static class ReviewDeskOperation
{
    public static Operation<NoVariables, ReviewDeskData> Operation { get; } = new("Research/ReviewDesk");
}

public sealed record ReviewDeskData(ReviewDeskViewer? Viewer) : FramedData;

public sealed record ReviewDeskViewer(IReadOnlyList<ReviewersRole> Roles);

public sealed record ReviewersRole(string Role, ReviewerDesk? Teacher);

public sealed record ReviewerDesk(Connection<DeskReview> ResearchReviews);

public sealed record DeskReview(
    string Id, ReviewState State, DateTimeOffset AssignedAt, DateTimeOffset? SubmittedAt, int? Scientific, int? Advancement, int? Feasibility,
    VersionNumber? Application, ReviewedProject? Project);

public sealed record ReviewedProject(string Id, string Title, ProjectLevel Level, ProjectState State, NameOnly? School, NameOnly? LeadingMember);

/// <summary>schema/operations/Research/ReviewToGive.graphql: a review with the version that is judged.</summary>
public static class ReviewToGiveOperation
{
    public static Operation<ReviewVariables, ReviewToGiveData> Operation { get; } = new("Research/ReviewToGive");
}

public sealed record ReviewVariables(string Id);

public sealed record ReviewToGiveData(IReadOnlyList<ResearchStep> ResearchSteps, ReviewToGive? ResearchReview) : FramedData;

public sealed record ReviewToGive(
    string Id, ReviewState State, int? Scientific, int? Advancement, int? Feasibility, string? Comment, DateTimeOffset? SubmittedAt,
    Connection<OpinionRow> Opinions, ProjectToReview? Project, ReviewedVersion? Application);

public sealed record ProjectToReview(
    string Id, string Title, ProjectLevel Level, ProjectState State, bool ViewerIsLeader, bool ViewerIsMember, bool ViewerIsResearchOffice, bool ViewerIsGroupLeader, bool ViewerIsReviewer, bool ViewerIsApprovingBody,
    bool ViewerIsDistrictResearchOfficer, NameOnly? School, NameOnly? LeadingMember, NameOnly? Subject,
    Connection<ThemeRow> Themes) : IViewedProject;

/// <summary>The version with its members and stages as they were submitted.</summary>
public sealed record ReviewedVersion(
    int Version, ApplicationState State, string? Background, string? Significance, string? AcademicValue, string? Necessity, string? Feasibility,
    string? Innovation, string? Plan, string? ExpectedResults, DateOnly? DueOn, DateTimeOffset? SubmittedAt,
    IReadOnlyList<SubmittedMember>? Members, IReadOnlyList<SubmittedStage>? Stages)
    : ApplicationText(Version, State, Background, Significance, AcademicValue, Necessity, Feasibility, Innovation, Plan, ExpectedResults, DueOn, SubmittedAt);
