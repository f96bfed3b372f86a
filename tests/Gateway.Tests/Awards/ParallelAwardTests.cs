using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Of fifty who take the same step at the same time one does, and the others are told who was first (rule W3).</summary>
public sealed class ParallelAwardTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const int Attempts = 50;

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Fifty_at_each_step_of_a_selection_are_one()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var winner = await life.NewTeacherAsync("并发者");
        var planned = await gateway.DoAsync(life.Office, "planAwardRound", new
        {
            schoolId = life.School, kind = "EXCELLENT_RESULT", level = "SCHOOL", schoolYearId = life.SchoolYear, name = "并发",
        }, "awardRound { id }");
        var round = planned.GetProperty("awardRound").GetProperty("id").GetString()!;
        await OneOfManyAsync(life.Office, "openAwardRound", new { roundId = round }, "StepTakenError NOMINATING");
        var ofTeachers = await life.OpenAsync(kind: "EXCELLENT_HOMEROOM_TEACHER");
        await OneOfManyAsync(life.Office, "nominateForAward", new { roundId = ofTeachers, teacherId = winner.Id, statement = "事迹" }, "RuleBrokenError W3_A_TEACHER_IS_NOMINATED_ONCE");
        var nomination = await life.NominateAsync(round, winner);
        await OneOfManyAsync(life.Office, "closeAwardNominations", new { roundId = round }, "StepTakenError CHECKING");
        await gateway.DoAsync(life.Office, "checkAwardNominations", new { roundId = round });
        await gateway.DoAsync(life.Office, "seatAwardCommittee", new { roundId = round, teacherIds = life.Committee.Select(person => person.Id) });
        await OneOfManyAsync(life.Office, "openAwardVote", new { roundId = round }, "StepTakenError VOTING");
        await life.VoteAsync(nomination, "APPROVE", "APPROVE", "APPROVE");
        await OneOfManyAsync(life.Office, "closeAwardVote", new { roundId = round }, "StepTakenError NOTICE");
        await life.PassNoticeAsync();
        await OneOfManyAsync(life.Principal, "grantAward", new { nominationId = nomination }, "StepTakenError GRANTED");
        await OneOfManyAsync(life.Office, "closeAwardRound", new { roundId = round }, "StepTakenError CLOSED");
        var award = life.IdOf("Award", await gateway.Database.Owner.ScalarAsync<long>("select award_id from homeroom.award where award_nomination_id = $1", DocumentCalls.KeyOf(nomination)));
        await OneOfManyAsync(life.Principal, "revokeAward", new { awardId = award, reason = "并发撤销" }, "StepTakenError REVOKED");
    }

    /// <summary>Whatever is granted and revoked at the same time, a teacher's points are what the awards that hold are worth (rule W4).</summary>
    [Fact]
    [Trait("Rule", "W4")]
    public async Task The_ledger_adds_up_under_parallel_grants_and_revocations()
    {
        const int Rounds = 6;
        var life = await AwardLife.BeginAsync(gateway);
        await gateway.DoAsync(life.Office, "setRewardRule", new { schoolId = life.School, kind = "EXCELLENT_RESULT", level = "SCHOOL", grade = "NONE", points = 1.25, startsOn = "2026-09-02" });
        AwardPerson[] people = [await life.NewTeacherAsync("积分一"), await life.NewTeacherAsync("积分二"), await life.NewTeacherAsync("积分三")];
        var nominations = new List<string>();
        for (var n = 0; n < Rounds; n++)
            nominations.AddRange(await life.NoticedAsync(await life.OpenAsync(), people));
        await life.PassNoticeAsync();

        // Each award is granted three times at once, and about half are revoked by three more as soon as they are there, with random waits.
        await Task.WhenAll(nominations.SelectMany((nomination, place) => Enumerable.Range(0, 6).Select(async n =>
        {
            var random = new Random((place * 10) + n);
            await Task.Delay(random.Next(40), TestContext.Current.CancellationToken);
            if (n < 3)
                await gateway.OutcomeAsync(life.Principal, "grantAward", new { nominationId = nomination });
            else if (place % 2 == 0)
                await RevokeAsync(life, nomination);
        })));
        var held = await gateway.Database.Owner.ColumnAsync<string>(
            """
            select t.teacher_id || ' ' || count(*) filter (where a.revoked_on is null) || ' ' || coalesce((select sum(p.points) from homeroom.reward_point p where p.teacher_id = t.teacher_id), 0)::float8
            from homeroom.teacher t join homeroom.award a on a.teacher_id = t.teacher_id
            where t.teacher_id = any ($1) group by t.teacher_id order by t.teacher_id
            """, people.Select(person => person.Key).ToArray());
        Assert.Equal(people.Select(person => person.Key), held.Select(line => long.Parse(line.Split(' ')[0], null)));
        Assert.All(held, line => Assert.Equal(1.25m * int.Parse(line.Split(' ')[1], null), decimal.Parse(line.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Rounds * people.Length, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.award where teacher_id = any ($1)", people.Select(person => person.Key).ToArray()));
        Assert.NotEqual(0, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.award where teacher_id = any ($1) and revoked_on is not null", people.Select(person => person.Key).ToArray()));
    }

    private async Task RevokeAsync(AwardLife life, string nomination)
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < end; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            var award = await gateway.Database.Owner.ColumnAsync<long>("select award_id from homeroom.award where award_nomination_id = $1", DocumentCalls.KeyOf(nomination));
            if (award is not [var key])
                continue;
            var outcome = await gateway.OutcomeAsync(life.Principal, "revokeAward", new { awardId = life.IdOf("Award", key), reason = "并发" });
            Assert.Contains(outcome, new[] { "done", "StepTakenError W3_A_REVOCATION_STAYS" });
            return;
        }
    }

    private async Task OneOfManyAsync(string token, string mutation, object input, string refusal)
    {
        var errors = await Task.WhenAll(Enumerable.Range(0, Attempts).Select(_ => gateway.FirstErrorAsync(token, mutation, input)));
        Assert.Single(errors, error => error is null);
        Assert.All(errors.Where(error => error is not null), error => Assert.Equal(
            refusal, $"{error!.Value.GetProperty("__typename").GetString()} {(error.Value.TryGetProperty("state", out var now) ? now.GetString() : error.Value.GetProperty("code").GetString())}"));
        Assert.All(errors.Where(error => error is not null && error.Value.TryGetProperty("takenBy", out _)), error => Assert.NotNull(error!.Value.GetProperty("takenBy").GetString()));
    }
}
