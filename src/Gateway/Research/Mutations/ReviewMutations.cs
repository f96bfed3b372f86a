using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Research.Mutations.StepDeclarations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>The preliminary review and the decision (rules P5 to P7).</summary>
internal static class ReviewMutations
{
    private static readonly ListType Texts = new(Text);

    public static void Declare(MutationDeclarations mutations)
    {
        Review(mutations);
        Outcome(mutations);
        Decision(mutations);
    }

    private static void Review(MutationDeclarations mutations)
    {
        mutations.AddStep("assignResearchReviewers", ProjectSteps.AssignReviewers, "Gives the newest version to reviewers; the first of them begin the review").TakesProject()
            .Takes("reviewerIds", new NonNullType(new ListType(Id)), "Teachers of the district, none a member of the project. Rule P5.")
            .RunsUseCase<AssignReviewers>((reviewers, call) => reviewers.RunAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Records("reviewerIds", "Teacher"), call.Terms, call.Cancellation));
        mutations.AddStep("releaseResearchReviewer", ProjectSteps.ReleaseReviewer)
            .Takes("reviewId", Id, "The review that is not given.")
            .GivesRowOf<ResearchReview>("review", "The review")
            .RunsUseCase<AssignReviewers>((reviewers, call) => reviewers.ReleaseAsync(call.Caller, call.Record("reviewId", "ResearchReview"), call.Terms, call.Cancellation));
        mutations.AddStep("submitResearchReview", ProjectSteps.GiveReview)
            .Takes("reviewId", Id, "The own review.")
            .Takes("scientific", new NonNullType(BuiltInScalars.Int), "科学性, 0 to 100.").Takes("advancement", new NonNullType(BuiltInScalars.Int), "先进性, 0 to 100.")
            .Takes("feasibility", new NonNullType(BuiltInScalars.Int), "可行性, 0 to 100.").Takes("comment", Text, "The comment.")
            .Takes("opinions", Texts, "What is to be mended, one each: the leader answers them one by one. Rule P6.")
            .GivesRowOf<ResearchReview>("review", "The review")
            .RunsUseCase<GiveReview>((review, call) => review.RunAsync(
                call.Caller, call.Record("reviewId", "ResearchReview"),
                new(call.Number("scientific")!.Value, call.Number("advancement")!.Value, call.Number("feasibility")!.Value, call.Text("comment"), call.Texts("opinions")), call.Terms, call.Cancellation));
    }

    private static void Outcome(MutationDeclarations mutations)
    {
        mutations.AddStep("requestResearchRevision", ProjectSteps.RequestRevision).TakesProject()
            .Takes("opinions", Texts, "The office's own opinions, beside the reviewers'.").Takes("remark", BuiltInScalars.String, "A remark to the leader.")
            .RunsUseCase<DecideReview>((review, call) => review.RequestRevisionAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Texts("opinions"), call.OptionalText("remark"), call.Terms, call.Cancellation));
        mutations.AddStep("rejectResearchProject", ProjectSteps.Reject).TakesProject()
            .Takes("reason", Text, "Why.")
            .RunsUseCase<DecideReview>((review, call) => review.RejectAsync(call.Caller, call.Record("projectId", "ResearchProject"), call.Text("reason"), call.Terms, call.Cancellation));
        mutations.AddStep("recommendResearchProject", ProjectSteps.Recommend).TakesProject()
            .Takes("remark", BuiltInScalars.String, "A remark to the superior body.")
            .RunsUseCase<DecideReview>((review, call) => review.RecommendAsync(call.Caller, call.Record("projectId", "ResearchProject"), call.OptionalText("remark"), call.Terms, call.Cancellation));
    }

    private static void Decision(MutationDeclarations mutations)
    {
        mutations.AddStep("approveResearchProject", ProjectSteps.Approve).TakesProject()
            .TakesApproval("remark", "A remark.")
            .RunsUseCase<RecordDecision>((decision, call) => decision.OfSchoolAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), DecisionOf(call, ApprovalDecision.Approved, body: null, "remark"), call.Terms, call.Cancellation));
        mutations.AddStep("recordResearchDecision", ProjectSteps.RecordDecision).TakesProject()
            .Takes("decision", new NonNullType(mutations.Schema.EnumTypeOf<ApprovalDecision>()), "Approved or refused.")
            .Takes("body", Text, "Who decided.")
            .TakesApproval("reason", "Why; asked for where it is refused.")
            .RunsUseCase<RecordDecision>((decision, call) => decision.OfSuperiorBodyAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), DecisionOf(call, call.Choice<ApprovalDecision>("decision"), call.Text("body"), "reason"), call.Terms, call.Cancellation));
    }

    private static MutationDeclaration TakesApproval(this MutationDeclaration mutation, string remark, string aboutRemark) => mutation
        .Takes("number", BuiltInScalars.String, "The number of the approval (立项编号); asked for above school level.")
        .Takes("decidedOn", DateScalar.Instance, "The day of the decision; today where it is left out.")
        .Takes("dueOn", DateScalar.Instance, "Until when it is to be finished, where the decision says other than the application.")
        .Takes(remark, BuiltInScalars.String, aboutRemark)
        .Takes("documentId", BuiltInScalars.Id, "The document of the decision (批文).")
        .GivesRowOf<ResearchDecision>("decision", "The decision");

    private static MadeDecision DecisionOf(MutationCall call, ApprovalDecision decision, string? body, string remark) => new(
        decision, body, call.OptionalText("number"), call.Day("decidedOn"), call.Day("dueOn"), call.OptionalText(remark), call.OptionalRecord("documentId", "Document"));
}
