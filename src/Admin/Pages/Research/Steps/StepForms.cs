using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;
using static HomeroomGraph.Admin.Operations.Research.ResearchMutations;
using static HomeroomGraph.Admin.Pages.Research.Steps.FieldKind;

namespace HomeroomGraph.Admin.Pages.Research.Steps;

/// <summary>The forms of the steps that need no page of their own, in the order of a project's life: rules P5 to P11, P14.</summary>
public static class StepForms
{
    private static readonly string[] Decisions = [.. Enum.GetValues<RequestDecision>().Select(value => value.ToCode())];

    public static IReadOnlyList<StepForm> All { get; } =
    [
        // The leader's, before a decision.
        new("withdraw", "withdrawResearchProject", WithdrawResearchProject, Reason()) { IsGrave = true },
        new("discard", "discardResearchDraft", DiscardResearchDraft) { IsGrave = true },

        // The office's, in the preliminary review (P5, P6).
        new("reviewers", "assignResearchReviewers", AssignResearchReviewers, new StepField("reviewerIds", People, Required: true)),
        new("release", "releaseResearchReviewer", ReleaseResearchReviewer) { Row = StepRow.Review, RowName = "reviewId" },
        new("recommend", "recommendResearchProject", RecommendResearchProject, new StepField("remark", Text)),
        new("approve", "approveResearchProject", ApproveResearchProject,
            new("number", Line), new("decidedOn", Date, Today: true), new("dueOn", Date), new("remark", Text), Document(required: false, "OFFICIAL")),
        new("revision", "requestResearchRevision", RequestResearchRevision, new("opinions", Lines), new("remark", Text)),
        new("reject", "rejectResearchProject", RejectResearchProject, Reason()) { IsGrave = true },

        // The superior body's (P7).
        new("decision", "recordResearchDecision", RecordResearchDecision,
            new("decision", Choice, Required: true, [.. Enum.GetValues<ApprovalDecision>().Select(value => value.ToCode())], "Decision"),
            new("body", Line, Required: true), new("number", Line), new("decidedOn", Date, Today: true), new("dueOn", Date), new("reason", Text),
            Document(required: false, "OFFICIAL")),

        // As it runs (P8, P9).
        new("inspect", "inspectResearchProject", InspectResearchProject,
            new("inspectedOn", Date, Today: true), new("finding", Text, Required: true), new("mendBy", Date)),
        new("mended", "confirmInspectionMended", ConfirmInspectionMended, new StepField("mendedOn", Date, Required: true, Today: true))
        {
            Row = StepRow.Inspection, RowName = "inspectionId",
        },
        new("item", "changeResearchPortfolio", AddPortfolioItem,
            new("category", Choice, Required: true, [.. Enum.GetValues<PortfolioCategory>().Select(value => value.ToCode())], "Category"),
            new("title", Line, Required: true), new("body", Text), Document(required: false, "DATA")),
        new("remove-item", "changeResearchPortfolio", RemovePortfolioItem) { Row = StepRow.PortfolioItem, RowName = "itemId", IsGrave = true },

        // The milestones (P11).
        Milestone("opening", MilestoneKind.Opening, project => project.State == ProjectState.Approved),
        Milestone("midterm", MilestoneKind.Midterm, project => project.State == ProjectState.Running && !project.Has(MilestoneKind.Midterm)),
        Milestone("closing", MilestoneKind.Closing, project => project.Has(MilestoneKind.Midterm), new StepField("results", Text, Required: true)),
        Decide("decide-opening", "decideResearchOpening", MilestoneKind.Opening),
        Decide("decide-midterm", "decideResearchMidterm", MilestoneKind.Midterm),
        Decide("decide-closing", "decideResearchClosing", MilestoneKind.Closing,
            new StepField("grade", Choice, Choices: [.. Enum.GetValues<ClosingGrade>().Select(value => value.ToCode())], Family: "ClosingGrade")),
        Decide("decide-termination", "decideResearchTermination", MilestoneKind.Termination),

        // Requests (P10, P14).
        new("extension", "requestResearchExtension", RequestResearchExtension,
            new("requestedUntil", Date, Required: true), Reason(), Document(required: true, "REPORT")) { MovesDueDate = true },
        new("decide-extension", "decideResearchExtension", DecideResearchExtension, Decision(), new("grantedUntil", Date), new("remark", Text))
        {
            Row = StepRow.ExtensionRequest,
        },
        Change("change-leader", ResearchChangeKind.Leader, new StepField("leaderId", Person, Required: true)),
        Change("change-members", ResearchChangeKind.Members, new StepField("members", Team)),
        Change("change-title", ResearchChangeKind.Title, new StepField("title", Line, Required: true)),
        Change("change-content", ResearchChangeKind.Content, new StepField("text", Text, Required: true)),
        Change("change-results", ResearchChangeKind.FormOfResults, new StepField("text", Text, Required: true)),
        Change("change-date", ResearchChangeKind.DueDate, new StepField("dueOn", Date, Required: true)) with { MovesDueDate = true },
        new("decide-change", "decideResearchChange", DecideResearchChange, Decision(), new("remark", Text)) { Row = StepRow.ChangeRequest },

        Milestone("termination", MilestoneKind.Termination, _ => true, Reason()) with { IsGrave = true },
        new("terminate", "terminateResearchProject", TerminateResearchProject, Reason(), Document(required: true, "OFFICIAL")) { IsGrave = true },
    ];

    public static StepForm? Find(string slug) => All.FirstOrDefault(form => form.Slug == slug);

    /// <summary>What the viewer can do with the project as a whole, now.</summary>
    public static IEnumerable<StepForm> For(ProjectDetails project) =>
        All.Where(form => form.Row == StepRow.None && project.PossibleSteps.Contains(form.Step) && form.Fits(project));

    /// <summary>What decides on a request for a milestone.</summary>
    public static StepForm DecidesOn(MilestoneKind kind) => Find("decide-" + kind.ToCode().ToLowerInvariant())!;

    private static bool Has(this ProjectDetails project, MilestoneKind kind) => project.Milestones.Nodes.Any(milestone => milestone.Kind == kind);

    private static StepForm Milestone(string slug, MilestoneKind kind, Func<ProjectDetails, bool> fits, params IReadOnlyList<StepField> fields) =>
        new(slug, "requestResearchMilestone", RequestResearchMilestone, [.. fields, Document(required: true, "REPORT")])
        {
            Fixed = ("kind", kind.ToCode()),
            Fits = project => fits(project) && project.MilestoneRequests.Nodes.All(request => request.Kind != kind || request.Decision is not null),
        };

    private static StepForm Decide(string slug, string step, MilestoneKind kind, params IReadOnlyList<StepField> fields) => new(
        slug, step, DecideResearchMilestone,
        [Decision(), .. kind == MilestoneKind.Termination ? [] : new[] { new StepField("heldOn", Date, Today: true), new StepField("conclusion", Text) }, .. fields, new("remark", Text)])
    {
        Row = StepRow.MilestoneRequest,
    };

    private static StepForm Change(string slug, ResearchChangeKind kind, StepField field) =>
        new(slug, "requestResearchChange", RequestResearchChange, field, Reason()) { Fixed = ("kind", kind.ToCode()) };

    private static StepField Reason() => new("reason", Text, Required: true);

    private static StepField Decision() => new("decision", Choice, Required: true, Decisions, "RequestDecision");

    private static StepField Document(bool required, string category) => new("documentId", FieldKind.File, required) { Category = category };
}
