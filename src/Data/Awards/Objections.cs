using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Awards;

/// <summary>Objections (异议) to nominees under public notice, handled one by one (rule W3). While one is open, or was upheld, there is no grant.</summary>
public sealed class Objections(AwardWrites writes)
{
    private const int LongestName = 100;

    /// <param name="raisedBy">Who objects, where the office writes down somebody else's objection; null: the caller. Another name is the office's to give.</param>
    public Task<AwardWritten> RaiseAsync(Caller caller, RecordKey nomination, string content, string? raisedBy, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeNominationAsync(caller, AwardSteps.Object, nomination, terms, (work, row) =>
        {
            var other = InputText.Optional(raisedBy, "raisedBy", LongestName);
            if (other is not null && !work.Authority.Is(AwardActor.Office))
                throw new RefusedException(Refusal.NotAllowed("Others' objections are written down by the office that runs the selection. 他人的异议由组织评选的部门登记。", "raisedBy") with { Rule = "W3" });
            var objection = new AwardObjection
            {
                DistrictId = row.DistrictId,
                AwardNominationId = row.AwardNominationId,
                SchoolId = row.SchoolId,
                RaisedOn = work.Today,
                RaisedBy = other ?? work.Name,
                Content = InputText.Require(content, "content"),
            };
            work.Context.Add(objection);
            work.Gives(() => objection.AwardObjectionId);
            return Task.CompletedTask;
        }, cancellation);

    public Task<AwardWritten> HandleAsync(
        Caller caller, RecordKey objection, bool isUpheld, string finding, WriteTerms terms, CancellationToken cancellation) => writes.ChangeOfAsync(
        caller, context => context.AwardObjections.Where(o => o.DistrictId == objection.DistrictId && o.AwardObjectionId == objection.Id).Select(o => o.Nomination.AwardRoundId),
        objection.DistrictId, terms, async work =>
        {
            await work.RequireAsync(AwardSteps.HandleObjection, nomination: null, cancellation);
            work.RequireVersion(terms);
            var row = await AwardWork.RowAsync(
                work.Context.AwardObjections.Where(o => o.DistrictId == objection.DistrictId && o.AwardObjectionId == objection.Id), cancellation);
            if (row.State != AwardObjectionState.Open)
                throw Refusal.TakenBefore("w3_a_handled_objection_stays", EnumText<AwardObjectionState>.Of(row.State), row.HandledBy, row.HandledOn);
            row.State = isUpheld ? AwardObjectionState.Upheld : AwardObjectionState.Dismissed;
            (row.HandledOn, row.HandledBy, row.Finding) = (work.Today, work.Name, InputText.Require(finding, "finding"));
            work.Gives(() => row.AwardObjectionId);
        }, cancellation);
}
