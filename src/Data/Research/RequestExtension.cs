using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Asks in writing to finish later, before the due date, with the stage summary attached (rule P10).</summary>
public sealed class RequestExtension(ProjectWrites writes)
{
    /// <exception cref="RefusedException">Too late, too long, or one is open.</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey project, DateOnly until, string reason, RecordKey document, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RequestExtension, project, terms, async work =>
        {
            if (await work.Context.ExtensionRequests.FirstOrDefaultAsync(
                    r => r.DistrictId == project.DistrictId && r.ResearchProjectId == project.Id && r.Decision == null, cancellation) is { } open)
                throw Refusal.TakenBefore("p10_one_open_request", "open", open.RequestedBy, open.RequestedOn);
            var request = new ExtensionRequest
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                RequestedOn = work.Today,
                RequestedBy = work.Name,
                RequestedUntil = until,
                Reason = InputText.Require(reason, "reason"),
                DocumentId = await work.AttachAsync(document, cancellation),
            };
            work.Context.Add(request);
            work.Gives(() => request.ResearchExtensionRequestId);
        }, cancellation);

    /// <summary>Decides on it; a grant moves the due date, by at most what policy says for one and for all (rule P10).</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">The request.</param>
    /// <param name="decision">Granted or refused.</param>
    /// <param name="until">The new due date; as asked for where it is left out.</param>
    /// <param name="remark">Why; asked for where it is refused.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<ProjectWritten> DecideAsync(
        Caller caller, RecordKey request, RequestDecision decision, DateOnly? until, string? remark, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.DecideExtension, ProjectRow.Extension, request, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ExtensionRequests.Where(r => r.DistrictId == request.DistrictId && r.ResearchExtensionRequestId == request.Id), cancellation);
            ProjectWork.RequireOpen(row.Decision, row.DecidedBy, row.DecidedOn, "p10_a_decision_stays");
            (row.Decision, row.DecidedOn, row.DecidedBy) = (decision, work.Today, work.Name);
            row.GrantedUntil = decision == RequestDecision.Granted ? until ?? row.RequestedUntil : null;
            row.Remark = decision == RequestDecision.Refused ? InputText.Require(remark, "remark") : InputText.Optional(remark, "remark");
            work.Gives(() => row.ResearchExtensionRequestId);
        }, cancellation);
}
