using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>What is said of a leader's report or request.</summary>
/// <param name="Decision">Accepted or sent back.</param>
/// <param name="HeldOn">The day of the meeting or panel; today where it is left out.</param>
/// <param name="Conclusion">评审意见; asked for at a closing.</param>
/// <param name="Grade">The grade of a closing.</param>
/// <param name="Remark">Why; asked for where it is sent back.</param>
public sealed record MilestoneDecision(RequestDecision Decision, DateOnly? HeldOn, string? Conclusion, ClosingGrade? Grade, string? Remark);

/// <summary>Accepts a milestone's report, which is the milestone and the step that follows from it, or sends it back (rule P11).</summary>
public sealed class DecideMilestone(ProjectWrites writes)
{
    /// <exception cref="RefusedException">It is not the caller's part, was decided already, or lacks what the milestone needs.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey request, MilestoneDecision decision, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, step: null, ProjectRow.Milestone, request, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.MilestoneRequests.Where(r => r.DistrictId == request.DistrictId && r.ResearchMilestoneRequestId == request.Id), cancellation);
            await work.RequireAsync(StepOf(row.Kind), cancellation);
            ProjectWork.RequireOpen(row.Decision, row.DecidedBy, row.DecidedOn, "p11_a_decision_stays");
            (row.Decision, row.DecidedOn, row.DecidedBy) = (decision.Decision, work.Today, work.Name);
            if (decision.Decision == RequestDecision.Refused)
            {
                row.Remark = InputText.Require(decision.Remark, "remark");
            }
            else
            {
                row.Remark = InputText.Optional(decision.Remark, "remark");
                await MilestoneOrder.RequireAsync(work, row.Kind, cancellation);
                work.Context.Add(MilestoneOf(work, row, decision));
            }

            work.Gives(() => row.ResearchMilestoneRequestId);
        }, cancellation);

    /// <summary>Terminates a project for a reason, without a request of the leader's.</summary>
    public Task<ProjectWritten> TerminateAsync(
        Caller caller, RecordKey project, string reason, RecordKey document, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Terminate, project, terms, async work => work.Context.Add(new ResearchMilestone
        {
            DistrictId = project.DistrictId,
            SchoolId = work.Project.SchoolId,
            ResearchProjectId = project.Id,
            Kind = MilestoneKind.Termination,
            HeldOn = work.Today,
            HeldBy = work.Name,
            RecordedAt = work.Now,
            DocumentId = await work.AttachAsync(document, cancellation),
            Reason = InputText.Require(reason, "reason"),
        }), cancellation);

    private static ResearchMilestone MilestoneOf(ProjectWork work, MilestoneRequest request, MilestoneDecision decision)
    {
        var isClosing = request.Kind == MilestoneKind.Closing;
        if (isClosing && (decision.Grade is null || string.IsNullOrWhiteSpace(decision.Conclusion)))
            throw new RefusedException(RuleTable.Of("p11_a_closing_has_results_review_and_grade").Refuse(null, "input", decision.Grade is null ? "grade" : "conclusion"));
        return new ResearchMilestone
        {
            DistrictId = request.DistrictId,
            SchoolId = request.SchoolId,
            ResearchProjectId = request.ResearchProjectId,
            Kind = request.Kind,
            HeldOn = work.NotAhead(decision.HeldOn, "heldOn") ?? work.Today,
            HeldBy = work.Name,
            RecordedAt = work.Now,
            DocumentId = request.DocumentId,
            Conclusion = InputText.Optional(decision.Conclusion, "conclusion"),
            Results = request.Results,
            Grade = isClosing ? decision.Grade : null,
            Reason = request.Reason,
        };
    }

    private static ProjectStep StepOf(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Opening => ProjectSteps.DecideOpening,
        MilestoneKind.Midterm => ProjectSteps.DecideMidterm,
        MilestoneKind.Closing => ProjectSteps.DecideClosing,
        _ => ProjectSteps.DecideTermination,
    };
}
