using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>Seats the committee (评审委员会) before the vote, and releases who has not voted (rule W3).</summary>
public sealed class SeatCommittee(AwardWrites writes)
{
    /// <summary>Seats teachers of the district.</summary>
    /// <param name="chair">The one of them who chairs; null: nobody of them.</param>
    public Task<AwardWritten> RunAsync(
        Caller caller, RecordKey round, IReadOnlyList<RecordKey> teachers, RecordKey? chair, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, AwardSteps.SeatCommittee, round, terms, async work =>
        {
            var ids = teachers.Where(t => t.DistrictId == round.DistrictId).Select(t => t.Id).Distinct().ToList();
            if (chair is { } one && !ids.Contains(one.Id))
                throw new RefusedException(Refusal.InvalidInput("The chair is one of those who are seated. 主任委员须在所聘委员之中。", "chairId"));
            var names = await work.Context.Teachers.Where(t => t.DistrictId == round.DistrictId && ids.Contains(t.TeacherId))
                .ToDictionaryAsync(t => t.TeacherId, t => t.Name, cancellation);
            if (names.Count == 0 || names.Count != teachers.Count)
                throw new RefusedException(Refusal.NotFound("Name teachers of the district, each once. 请选择本区县教师，每人一次。", "teacherIds"));
            work.Context.AddRange(ids.Select(id => new AwardCommitteeMember
            {
                DistrictId = round.DistrictId,
                AwardRoundId = round.Id,
                TeacherId = id,
                Name = names[id],
                Post = id == chair?.Id ? AwardCommitteePost.Chair : AwardCommitteePost.Member,
            }));
        }, cancellation);

    public Task<AwardWritten> ReleaseAsync(Caller caller, RecordKey member, WriteTerms terms, CancellationToken cancellation) => writes.ChangeOfAsync(
        caller, context => context.AwardCommitteeMembers.Where(m => m.DistrictId == member.DistrictId && m.AwardCommitteeMemberId == member.Id).Select(m => m.AwardRoundId),
        member.DistrictId, terms, async work =>
        {
            await work.RequireAsync(AwardSteps.Unseat, nomination: null, cancellation);
            work.RequireVersion(terms);
            var row = await AwardWork.RowAsync(
                work.Context.AwardCommitteeMembers.Where(m => m.DistrictId == member.DistrictId && m.AwardCommitteeMemberId == member.Id), cancellation);
            if (await work.Context.AwardVotes.AnyAsync(v => v.DistrictId == row.DistrictId && v.AwardRoundId == row.AwardRoundId && v.TeacherId == row.TeacherId, cancellation))
                throw new RefusedException(RuleTable.Of("w3_who_has_voted_stays").Refuse());
            work.Context.Remove(row);
        }, cancellation);
}
