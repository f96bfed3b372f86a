using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// Submits an application, or its revised version (rules P2 to P4, P6, P15). What is missing is said all at once; a leader's second unfinished
/// project is refused by the database, also where two are submitted at the same time.
/// </summary>
public sealed class SubmitProject(ProjectWrites writes)
{
    /// <exception cref="RefusedException">Not complete: one refusal for each part; or not the leader's to submit.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey project, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Submit, project, terms, async work =>
        {
            var application = await work.DraftAsync(cancellation);
            await work.Context.SaveChangesAsync(cancellation);
            if (await work.MissingAsync(MissingParts.OfSubmission, cancellation) is { Count: > 0 } missing)
                throw new RefusedException(missing);
            (application.State, application.SubmittedAt) = (ApplicationState.Submitted, work.Now);
            await work.StepAsync(ProjectState.Submitted, remark: null, documentId: null, cancellation);
            work.Gives(() => application.ResearchApplicationId);
        }, cancellation);

    /// <summary>Withdraws an application before it is decided; that makes room for another (rule P2).</summary>
    public Task<ProjectWritten> WithdrawAsync(Caller caller, RecordKey project, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Withdraw, project, terms,
            work => work.StepAsync(ProjectState.Withdrawn, InputText.Require(reason, "reason"), documentId: null, cancellation), cancellation);
}
