using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>Moves a selection from step to step (rule W3). What each step needs is the database's to say, all at once.</summary>
public sealed class MoveRound(AwardWrites writes)
{
    public Task<AwardWritten> OpenAsync(Caller caller, RecordKey round, WriteTerms terms, CancellationToken cancellation) =>
        MoveAsync(caller, AwardSteps.Open, round, terms, cancellation);

    public Task<AwardWritten> CloseNominationsAsync(Caller caller, RecordKey round, WriteTerms terms, CancellationToken cancellation) =>
        MoveAsync(caller, AwardSteps.CloseNominations, round, terms, cancellation);

    public Task<AwardWritten> OpenVoteAsync(Caller caller, RecordKey round, WriteTerms terms, CancellationToken cancellation) =>
        MoveAsync(caller, AwardSteps.OpenVote, round, terms, cancellation);

    public Task<AwardWritten> CloseAsync(Caller caller, RecordKey round, WriteTerms terms, CancellationToken cancellation) =>
        MoveAsync(caller, AwardSteps.Close, round, terms, cancellation);

    /// <summary>Calls it off; nominations that are open are withdrawn with it.</summary>
    public Task<AwardWritten> CancelAsync(Caller caller, RecordKey round, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, AwardSteps.Cancel, round, terms, async work =>
        {
            var why = InputText.Require(reason, "reason");
            await work.StepAsync(AwardRoundState.Cancelled, why, cancellation);
            foreach (var nomination in await work.Context.AwardNominations.Where(n => n.DistrictId == round.DistrictId && n.AwardRoundId == round.Id
                         && (n.State == AwardNominationState.Nominated || n.State == AwardNominationState.Eligible)).ToListAsync(cancellation))
                await work.StepAsync(nomination, AwardNominationState.Withdrawn, why, cancellation);
        }, cancellation);

    private Task<AwardWritten> MoveAsync(Caller caller, AwardStep step, RecordKey round, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, step, round, terms, work => work.StepAsync(step.To[0], remark: null, cancellation), cancellation);
}
