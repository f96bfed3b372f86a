using System.Globalization;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Awards;

/// <summary>The committee's votes (评议, rule W3): one a member and nominee, none on oneself, secret until the vote is closed, which brings the outcome.</summary>
public sealed class CommitteeVotes(AwardWrites writes)
{
    /// <summary>Votes on a nomination, or changes the own vote while the vote is open.</summary>
    public Task<AwardWritten> CastAsync(Caller caller, RecordKey nomination, AwardVoteValue value, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeNominationAsync(caller, AwardSteps.Vote, nomination, terms, async (work, row) =>
        {
            var members = await work.Context.AwardCommitteeMembers.Where(m => m.DistrictId == row.DistrictId && m.AwardRoundId == row.AwardRoundId)
                .Select(m => m.TeacherId).ToListAsync(cancellation);
            var voter = members.First(work.Authority.Persons.Contains);
            var vote = await work.Context.AwardVotes.SingleOrDefaultAsync(
                v => v.DistrictId == row.DistrictId && v.AwardNominationId == row.AwardNominationId && v.TeacherId == voter, cancellation);
            if (vote is null)
            {
                work.Context.Add(vote = new AwardVote
                {
                    DistrictId = row.DistrictId, AwardRoundId = row.AwardRoundId, AwardNominationId = row.AwardNominationId, SchoolId = row.SchoolId, TeacherId = voter,
                    Value = value, CastOn = work.Today,
                });
            }
            (vote.Value, vote.CastOn) = (value, work.Today);
            work.Gives(() => vote.AwardVoteId);
        }, cancellation);

    /// <summary>Closes the vote. Who has the majority is put under public notice, as far as there are places, who has more votes first; all others are rejected. Where
    /// nobody has it, the selection is called off.</summary>
    /// <param name="caller">Who closes it.</param>
    /// <param name="round">The selection.</param>
    /// <param name="noticeStartsOn">The day on which the notice is put up; null: today. It ends by itself after the working days of the policy.</param>
    /// <param name="first">Of those who have as many votes for the last places, who goes first; empty where there is no tie.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<AwardWritten> CloseAsync(
        Caller caller, RecordKey round, DateOnly? noticeStartsOn, IReadOnlyList<RecordKey> first, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, AwardSteps.CloseVote, round, terms, async work =>
        {
            await work.RequireAllAsync(AwardRoundState.Notice, cancellation);
            var outcomes = await OutcomesAsync(work, cancellation);
            var through = Through(outcomes.Where(o => o.Passes).ToList(), work.Round.Places, [.. first.Where(n => n.DistrictId == round.DistrictId).Select(n => n.Id)]);
            if (through.Count > 0)
            {
                await SetNoticeAsync(work, noticeStartsOn ?? work.Today, cancellation);
                await work.StepAsync(AwardRoundState.Notice, remark: null, cancellation);
            }
            else
            {
                await work.StepAsync(AwardRoundState.Cancelled, "无人通过评议", cancellation);
            }
            var rows = await work.Context.AwardNominations.Where(n => n.DistrictId == round.DistrictId && n.AwardRoundId == round.Id && n.State == AwardNominationState.Eligible)
                .ToDictionaryAsync(n => n.AwardNominationId, cancellation);
            foreach (var outcome in outcomes)
            {
                var votes = string.Create(CultureInfo.InvariantCulture, $"{outcome.Approvals}/{outcome.Votes}");
                if (through.Contains(outcome.Nomination))
                    await work.StepAsync(rows[outcome.Nomination], AwardNominationState.Notice, $"得票 {votes}", cancellation);
                else
                    await work.StepAsync(rows[outcome.Nomination], AwardNominationState.Rejected, outcome.Passes ? $"得票 {votes}，名额已满" : $"得票 {votes}，未达到规定票数", cancellation);
            }
        }, cancellation);

    private sealed record Outcome(long Nomination, string Name, long Approvals, long Votes, bool Passes);

    private static HashSet<long> Through(List<Outcome> passed, int? places, HashSet<long> first)
    {
        if (places is not { } most || passed.Count <= most)
            return [.. passed.Select(o => o.Nomination)];
        var ordered = passed.OrderByDescending(o => o.Approvals).ThenByDescending(o => first.Contains(o.Nomination)).ToList();
        var last = ordered[most - 1].Approvals;
        var tied = ordered.Where(o => o.Approvals == last).ToList();
        var placesOfTied = most - ordered.Count(o => o.Approvals > last);
        if (tied.Count > placesOfTied && tied.Count(o => first.Contains(o.Nomination)) != placesOfTied)
            throw new RefusedException(RuleTable.Of("w3_a_tie_for_the_last_place_is_broken").Refuse(string.Join('、', tied.Select(o => o.Name)), "input", "firstIds"));
        return [.. ordered.Take(most).Select(o => o.Nomination)];
    }

    private static async Task<List<Outcome>> OutcomesAsync(AwardWork work, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(
            """
            select n.award_nomination_id, n.name, count(*) filter (where v.value = 'approve'), count(v.award_vote_id), homeroom.votes_pass(n.district_id, n.award_nomination_id, $3)
            from homeroom.award_nomination n
            left join homeroom.award_vote v on v.district_id = n.district_id and v.award_nomination_id = n.award_nomination_id
            where n.district_id = $1 and n.award_round_id = $2 and n.state = 'eligible'
            group by n.district_id, n.award_nomination_id order by n.award_nomination_id
            """, work.Connection)
        {
            Parameters = { new() { Value = work.Round.DistrictId }, new() { Value = work.Round.AwardRoundId }, new() { Value = work.Today } },
        };
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        var outcomes = new List<Outcome>();
        while (await rows.ReadAsync(cancellation))
            outcomes.Add(new(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetBoolean(4)));
        return outcomes;
    }

    private static async Task SetNoticeAsync(AwardWork work, DateOnly startsOn, CancellationToken cancellation)
    {
        if (startsOn < work.Today)
            throw new RefusedException(Refusal.InvalidInput("The public notice is put up today or later. 公示须从今天或以后开始。", "noticeStartsOn"));
        // The day after the last of the working days, the first day itself not counted.
        await using var ask = new NpgsqlCommand(
            "select homeroom.add_working_days($1, $3, homeroom.policy_figure($1, $2, 'w3_notice_working_days', $3)::integer) + 1", work.Connection)
        {
            Parameters =
            {
                new() { Value = work.Round.DistrictId }, new() { Value = (object?)work.Round.SchoolId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint }, new() { Value = startsOn },
            },
        };
        work.Round.NoticeStartsOn = startsOn;
        work.Round.NoticeEndsOn = await ask.ExecuteScalarAsync(cancellation) is DateOnly ends ? ends : throw new InvalidOperationException("The notice has no end.");
    }
}
