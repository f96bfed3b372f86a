using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>A selection from its opening to the grant and a revocation, over GraphQL (rules W1 to W4).</summary>
public sealed class AwardStoryTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    [Trait("Rule", "W2")]
    [Trait("Rule", "W3")]
    [Trait("Rule", "W4")]
    public async Task A_selection_goes_from_the_opening_to_grant_and_revocation()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var (winner, loser, late) = (await life.NewTeacherAsync("优者"), await life.NewTeacherAsync("落选者"), await life.NewTeacherAsync("撤回者"));
        await gateway.DoAsync(life.Office, "setRewardRule", new { schoolId = life.School, kind = "EXCELLENT_RESULT", level = "SCHOOL", grade = "FIRST", points = 3.5, startsOn = "2026-09-01" });
        var round = await life.OpenAsync(places: 1);
        var nomination = await life.NominateAsync(round, winner, "FIRST");
        var other = await life.NominateAsync(round, loser);
        // A teacher may put oneself forward, and take it back; nobody else may for the teacher.
        var own = (await gateway.DoAsync(await life.TokenOf(late), "nominateForAward", new { roundId = round, teacherId = late.Id, statement = "自荐" }, "nomination { id }")).GetProperty("nomination").GetProperty("id").GetString();
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(await life.TokenOf(late), "nominateForAward", new { roundId = round, teacherId = loser.Id, statement = "他荐" }));
        await gateway.DoAsync(await life.TokenOf(late), "withdrawAwardNomination", new { nominationId = own, reason = "不参评" });

        // The vote waits for the check, the committee and every vote; nobody else votes, nobody sees the others'.
        Assert.Equal("StepTakenError W3_A_STEP_STARTS_WHERE_THE_ROUND_IS", await gateway.OutcomeAsync(life.Office, "openAwardVote", new { roundId = round }));
        await gateway.DoAsync(life.Office, "closeAwardNominations", new { roundId = round });
        var missing = await gateway.MutateAsync(life.Office, "openAwardVote", new { roundId = round });
        Assert.Equal(
            ["W3_EVERY_NOMINATION_IS_CHECKED", "W3_EVERY_NOMINATION_IS_CHECKED", "W3_SOMEBODY_IS_ELIGIBLE", "W3_COMMITTEE_AT_LEAST"],
            missing.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
        await gateway.DoAsync(life.Office, "checkAwardNominations", new { roundId = round });
        await gateway.DoAsync(life.Office, "seatAwardCommittee", new { roundId = round, teacherIds = life.Committee.Select(person => person.Id).Append(winner.Id), chairId = life.Committee[0].Id });
        await gateway.DoAsync(life.Office, "openAwardVote", new { roundId = round });
        Assert.Equal("RuleBrokenError W3_NO_VOTE_ON_ONESELF", await gateway.OutcomeAsync(await life.TokenOf(winner), "castAwardVote", new { nominationId = nomination, value = "APPROVE" }));
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Office, "castAwardVote", new { nominationId = nomination, value = "APPROVE" }));
        await life.VoteAsync(nomination, "APPROVE", "APPROVE", "REJECT");
        await life.VoteAsync(other, "APPROVE", "REJECT", "REJECT");
        Assert.Equal("0 0", await VotesAsync(round, life.Office));
        Assert.Equal("1 1", await VotesAsync(round, await life.TokenOf(life.Committee[0])));
        Assert.Equal("RuleBrokenError W3_EVERY_VOTE_IS_CAST", await gateway.OutcomeAsync(life.Office, "closeAwardVote", new { roundId = round }));
        await gateway.DoAsync(await life.TokenOf(winner), "castAwardVote", new { nominationId = other, value = "ABSTAIN" });
        await gateway.DoAsync(life.Office, "closeAwardVote", new { roundId = round });
        Assert.Equal("3 4", await VotesAsync(round, life.Office));
        Assert.Equal(["优者 NOTICE", "落选者 REJECTED", "撤回者 WITHDRAWN"], await StatesAsync(life, round));

        // The notice: five working days, objections one by one, and no grant before both are over.
        Assert.Equal(5, await gateway.Database.Owner.ScalarAsync<int>(
            "select homeroom.working_days(district_id, notice_starts_on + 1, notice_ends_on) from homeroom.award_round where award_round_id = $1", DocumentCalls.KeyOf(round)));
        Assert.Equal("RuleBrokenError W3_A_GRANT_COMES_AFTER_THE_NOTICE", await gateway.OutcomeAsync(life.Principal, "grantAward", new { nominationId = nomination }));
        await gateway.DoAsync(await life.TokenOf(loser), "raiseAwardObjection", new { nominationId = nomination, content = "成果为集体所有" });
        await life.PassNoticeAsync();
        Assert.Equal("RuleBrokenError W3_NO_GRANT_OVER_AN_OBJECTION", await gateway.OutcomeAsync(life.Principal, "grantAward", new { nominationId = nomination }));
        var objection = life.IdOf("AwardObjection", await gateway.Database.Owner.ScalarAsync<long>("select max(award_objection_id) from homeroom.award_objection"));
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(await life.TokenOf(loser), "handleAwardObjection", new { objectionId = objection, isUpheld = false, finding = "x" }));
        await gateway.DoAsync(life.Office, "handleAwardObjection", new { objectionId = objection, isUpheld = false, finding = "经核实为本人成果" });
        Assert.Equal("StepTakenError W3_A_HANDLED_OBJECTION_STAYS", await gateway.OutcomeAsync(life.Office, "handleAwardObjection", new { objectionId = objection, isUpheld = true, finding = "x" }));
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Office, "grantAward", new { nominationId = nomination }));
        var award = await life.GrantAsync(nomination);
        Assert.Equal(3.5m, await life.PointsAsync(winner));
        await gateway.DoAsync(life.Office, "closeAwardRound", new { roundId = round });

        // Revoked, it stays with its reason, and its points are gone.
        var revoked = await gateway.DoAsync(life.Principal, "revokeAward", new { awardId = award, reason = "材料不实" }, "award { number revokedOn revocationReason isValid }");
        Assert.Equal("材料不实", revoked.GetProperty("award").GetProperty("revocationReason").GetString());
        Assert.False(revoked.GetProperty("award").GetProperty("isValid").GetBoolean());
        Assert.Equal(0m, await life.PointsAsync(winner));
        Assert.Equal("StepTakenError W3_A_REVOCATION_STAYS", await gateway.OutcomeAsync(life.Principal, "revokeAward", new { awardId = award, reason = "again" }));
        Assert.Equal(
            ["planned nominating", "nominating checking", "checking voting", "voting notice", "notice closed"],
            await gateway.Database.Owner.ColumnAsync<string>(
                "select from_state || ' ' || to_state from homeroom.award_state_change where award_round_id = $1 and award_nomination_id is null order by award_state_change_id", DocumentCalls.KeyOf(round)));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_tie_for_the_last_place_is_broken_by_who_closes_the_vote()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var round = await life.OpenAsync(places: 1);
        var (first, second) = (await life.NominateAsync(round, await life.NewTeacherAsync("并列一")), await life.NominateAsync(round, await life.NewTeacherAsync("并列二")));
        await life.OpenVoteAsync(round);
        await life.VoteAsync(first, "APPROVE", "APPROVE", "ABSTAIN");
        await life.VoteAsync(second, "APPROVE", "APPROVE", "REJECT");
        Assert.Equal("RuleBrokenError W3_A_TIE_FOR_THE_LAST_PLACE_IS_BROKEN", await gateway.OutcomeAsync(life.Office, "closeAwardVote", new { roundId = round }));
        await gateway.DoAsync(life.Office, "closeAwardVote", new { roundId = round, firstIds = new[] { second } });
        Assert.Equal(["并列一 REJECTED", "并列二 NOTICE"], await StatesAsync(life, round));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Where_nobody_passes_the_selection_is_called_off_and_a_called_off_one_withdraws_its_nominations()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var round = await life.OpenAsync();
        var nomination = await life.NominateAsync(round, await life.NewTeacherAsync("未过"));
        await life.OpenVoteAsync(round);
        // Two of three abstain: one is not more than half of all that were cast.
        await life.VoteAsync(nomination, "APPROVE", "ABSTAIN", "ABSTAIN");
        await gateway.DoAsync(life.Office, "closeAwardVote", new { roundId = round });
        Assert.Equal("CANCELLED", (await life.RoundAsync(round, "state", life.Office)).GetProperty("state").GetString());
        Assert.Equal(["未过 REJECTED"], await StatesAsync(life, round));

        var second = await life.OpenAsync();
        await life.NominateAsync(second, await life.NewTeacherAsync("随撤"));
        await gateway.DoAsync(life.Office, "cancelAwardRound", new { roundId = second, reason = "改期" });
        Assert.Equal(["随撤 WITHDRAWN"], await StatesAsync(life, second));
    }

    private async Task<string> VotesAsync(string round, string token)
    {
        var nodes = (await gateway.PostAsync(
            "query($id: ID!) { awardRound(id: $id) { nominations(where: {state: {neq: WITHDRAWN}}, order: [{nominatedOn: ASC}]) { nodes { votes { totalCount } } } } }", new { id = round }, token))
            .GetProperty("data").GetProperty("awardRound").GetProperty("nominations").GetProperty("nodes").EnumerateArray();
        return string.Join(' ', nodes.Select(node => node.GetProperty("votes").GetProperty("totalCount").GetInt32()).Order());
    }

    private async Task<IEnumerable<string>> StatesAsync(AwardLife life, string round)
    {
        var seen = await life.RoundAsync(round, "nominations { nodes { id name state } }", life.Office);
        return [.. seen.GetProperty("nominations").GetProperty("nodes").EnumerateArray()
            .OrderBy(node => DocumentCalls.KeyOf(node.GetProperty("id").GetString()!)).Select(node => $"{node.GetProperty("name").GetString()} {node.GetProperty("state").GetString()}")];
    }
}
