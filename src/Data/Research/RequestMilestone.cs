using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>The leader hands in the report of a milestone, or asks for termination (rule P11): in their order, each once, with the document.</summary>
public sealed class RequestMilestone(ProjectWrites writes)
{
    /// <exception cref="RefusedException">It is not its turn, one is open, or (P9) the portfolio lacks what closing needs: one refusal for each part.</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey project, MilestoneKind kind, RecordKey document, string? results, string? reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RequestMilestone, project, terms, async work =>
        {
            await MilestoneOrder.RequireAsync(work, kind, cancellation);
            if (await work.Context.MilestoneRequests.FirstOrDefaultAsync(
                    r => r.DistrictId == project.DistrictId && r.ResearchProjectId == project.Id && r.Kind == kind && r.Decision == null, cancellation) is { } open)
                throw Refusal.TakenBefore("p11_one_open_request_of_a_kind", "open", open.RequestedBy, open.RequestedOn);
            var request = new MilestoneRequest
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                Kind = kind,
                DocumentId = await work.AttachAsync(document, cancellation),
                Results = kind == MilestoneKind.Closing ? InputText.Require(results, "results") : InputText.Optional(results, "results"),
                Reason = kind == MilestoneKind.Termination ? InputText.Require(reason, "reason") : InputText.Optional(reason, "reason"),
                RequestedOn = work.Today,
                RequestedBy = work.Name,
            };
            work.Context.Add(request);
            work.Gives(() => request.ResearchMilestoneRequestId);
        }, cancellation);
}
