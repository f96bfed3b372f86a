using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Selections of a district, and those of papers, cases and classes, over GraphQL (rules W1, W3, W4, E9, R3).</summary>
public sealed class AwardKindsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    [Trait("Rule", "W1")]
    [Trait("Rule", "W3")]
    public async Task A_district_selects_its_famed_homeroom_teachers()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var officer = await gateway.SignInAsync("moral-officer-370403");
        var district = new GraphQL.Paging.GlobalId("District", new GraphQL.Paging.RowKey(life.District, null)).ToString();
        var planned = new { districtId = district, kind = "FAMED_HOMEROOM_TEACHER", level = "COUNTY", schoolYearId = life.SchoolYear, name = "名班主任评选" };
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Office, "planAwardRound", planned));
        Assert.Equal("RuleBrokenError W1_A_SCHOOL_AWARDS_AT_SCHOOL_LEVEL", await gateway.OutcomeAsync(
            officer, "planAwardRound", new { districtId = district, kind = "FAMED_HOMEROOM_TEACHER", level = "SCHOOL", schoolYearId = life.SchoolYear, name = "x" }));
        var round = RoundOf(await gateway.DoAsync(officer, "planAwardRound", planned, "awardRound { id }"));
        await gateway.DoAsync(officer, "openAwardRound", new { roundId = round });

        // The school's office nominates for it, and runs nothing of it.
        var nominee = await life.NewTeacherAsync("名师");
        var done = await gateway.DoAsync(life.Office, "nominateForAward", new { roundId = round, teacherId = nominee.Id, statement = "带班二十年" }, "nomination { id school { id } }");
        Assert.Equal(life.School, done.GetProperty("nomination").GetProperty("school").GetProperty("id").GetString());
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Office, "closeAwardNominations", new { roundId = round }));
        Assert.Equal("false false true true", await ActorsAsync(round, life.Office, officer));
    }

    [Theory]
    [Trait("Rule", "W1")]
    [Trait("Rule", "R3")]
    [InlineData("EXCELLENT_PAPER")]
    [InlineData("EXCELLENT_CASE")]
    public async Task A_paper_is_selected_by_the_research_office_and_its_author_awarded(string kind)
    {
        var life = await AwardLife.BeginAsync(gateway);
        var research = await gateway.SignInAsync("research-office");
        var author = await life.NewTeacherAsync("作者");
        var paper = await NewPaperAsync(life, author, kind == "EXCELLENT_CASE" ? "case" : "paper");
        await gateway.DoAsync(life.Office, "setRewardRule", new { schoolId = life.School, kind, level = "SCHOOL", grade = "NONE", points = 1.5, startsOn = "2026-09-01" });
        var round = RoundOf(await gateway.DoAsync(research, "planAwardRound", new { schoolId = life.School, kind, level = "SCHOOL", schoolYearId = life.SchoolYear, name = "评选" }, "awardRound { id }"));
        await gateway.DoAsync(research, "openAwardRound", new { roundId = round });
        Assert.Equal("RuleBrokenError W1_A_PAPER_IS_NOMINATED_AS_PAPER_OR_CASE", await gateway.OutcomeAsync(research, "nominateForAward", new { roundId = round, teacherId = author.Id, statement = "x" }));
        var nomination = (await gateway.DoAsync(research, "nominateForAward", new { roundId = round, teacherId = author.Id, paperId = paper, statement = "选题新" }, "nomination { id }"))
            .GetProperty("nomination").GetProperty("id").GetString()!;
        await life.OpenVoteAsync(round);
        await life.VoteAsync(nomination, "APPROVE", "APPROVE", "REJECT");
        await gateway.DoAsync(research, "closeAwardVote", new { roundId = round });
        await life.PassNoticeAsync();
        var award = await life.GrantAsync(nomination);
        Assert.Equal(1.5m, await life.PointsAsync(author));
        var seen = (await gateway.PostAsync("query($id: ID!) { award(id: $id) { kind paper { id } teacher { id } } }", new { id = award }, life.Office)).GetProperty("data").GetProperty("award");
        Assert.Equal((kind, paper, author.Id), (seen.GetProperty("kind").GetString(), seen.GetProperty("paper").GetProperty("id").GetString(), seen.GetProperty("teacher").GetProperty("id").GetString()));
    }

    [Fact]
    [Trait("Rule", "E9")]
    [Trait("Rule", "W1")]
    [Trait("Rule", "W4")]
    public async Task A_model_class_is_a_class_and_its_homeroom_teacher_has_the_points()
    {
        var life = await AwardLife.BeginAsync(gateway);
        await gateway.DoAsync(life.Office, "setRewardRule", new { schoolId = life.School, kind = "MODEL_CLASS", level = "SCHOOL", grade = "NONE", points = 2, startsOn = "2026-09-01" });
        await gateway.Database.Owner.ExecuteAsync(
            "insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by) values ($1, 'w2_titles_of_model_class', 0, '2026-09-01', 'R', 'D')", life.District);
        var found = await gateway.Database.Owner.ScalarAsync<string>(
            """
            select concat_ws(' ', a.class_id, a.teacher_id) from homeroom.appointment a join homeroom.class c using (district_id, class_id)
            where c.district_id = $1 and c.school_id = $2 and c.school_year_id = $3 and a.state = 'active' and a.kind <> 'deputy' and a.starts_on <= '2026-11-16' and (a.ends_on is null or a.ends_on > '2026-11-16')
            order by 1 limit 1
            """, life.District, life.SchoolKey, DocumentCalls.KeyOf(life.SchoolYear));
        var (room, head) = (life.IdOf("Class", long.Parse(found.Split(' ')[0], null)), long.Parse(found.Split(' ')[1], null));
        var round = await life.OpenAsync(kind: "MODEL_CLASS");
        Assert.Equal("RuleBrokenError W1_A_MODEL_CLASS_IS_A_CLASS", await gateway.OutcomeAsync(life.Office, "nominateForAward", new { roundId = round, teacherId = life.Committee[0].Id, statement = "x" }));
        var nomination = (await gateway.DoAsync(life.Office, "nominateForAward", new { roundId = round, classId = room, statement = "班风正" }, "nomination { id }"))
            .GetProperty("nomination").GetProperty("id").GetString()!;
        Assert.Equal("RuleBrokenError W3_A_CLASS_IS_NOMINATED_ONCE", await gateway.OutcomeAsync(life.Office, "nominateForAward", new { roundId = round, classId = room, statement = "x" }));
        await life.OpenVoteAsync(round);
        await life.VoteAsync(nomination, "APPROVE", "APPROVE", "APPROVE");
        await gateway.DoAsync(life.Office, "closeAwardVote", new { roundId = round });
        await life.PassNoticeAsync();
        var before = await PointsAsync(life, head);
        await life.GrantAsync(nomination);
        Assert.Equal(before + 2, await PointsAsync(life, head));
    }

    /// <summary>What the contract says that the viewer is, the use cases take it for: each asks for a step that only that actor takes.</summary>
    [Fact]
    [Trait("Rule", "W3")]
    public async Task What_a_viewer_is_to_a_selection_is_what_the_steps_take_it_for()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var person = await life.NewTeacherAsync("外人");
        foreach (var kind in new[] { "EXCELLENT_RESULT", "MODEL_CLASS" })
        {
            var round = await life.OpenAsync(kind: kind);
            await gateway.DoAsync(life.Office, "seatAwardCommittee", new { roundId = round, teacherIds = new[] { life.Committee[0].Id } });
            foreach (var token in new[] { life.Office, life.Principal, await gateway.SignInAsync("research-office"), await life.TokenOf(life.Committee[0]), await life.TokenOf(person) })
            {
                var said = await life.RoundAsync(round, "viewerIsOffice viewerIsGrantingBody viewerIsOnCommittee", token);
                Assert.Equal(said.GetProperty("viewerIsOffice").GetBoolean(), await gateway.OutcomeAsync(token, "closeAwardRound", new { roundId = round }) != "NotAllowedError NOT_ALLOWED");
                var nomination = await gateway.Database.Owner.ScalarAsync<long?>("select max(award_nomination_id) from homeroom.award_nomination where award_round_id = $1", DocumentCalls.KeyOf(round));
                if (kind != "EXCELLENT_RESULT")
                    continue;
                var of = nomination is { } there ? life.IdOf("AwardNomination", there) : await life.NominateAsync(round, await life.NewTeacherAsync("被推荐"));
                Assert.Equal(said.GetProperty("viewerIsGrantingBody").GetBoolean(), await gateway.OutcomeAsync(token, "grantAward", new { nominationId = of }) != "NotAllowedError NOT_ALLOWED");
                Assert.Equal(said.GetProperty("viewerIsOnCommittee").GetBoolean(), await gateway.OutcomeAsync(token, "castAwardVote", new { nominationId = of, value = "APPROVE" }) != "NotAllowedError NOT_ALLOWED");
            }
        }
    }

    [Fact]
    [Trait("Rule", "W4")]
    public async Task A_rule_dated_before_another_ends_where_that_begins_and_each_holds_on_its_days()
    {
        var life = await AwardLife.BeginAsync(gateway);
        foreach (var (points, startsOn) in new[] { (8m, "2027-03-01"), (5m, "2026-03-01"), (6m, "2026-09-01") })
            await SetAsync(life.Principal, points, startsOn);
        Assert.Equal(["5 2026-03-01 2026-09-01", "6 2026-09-01 2027-03-01", "8 2027-03-01 -"], await RulesAsync());
        // On the same day it is replaced; with an end the district's holds again.
        await SetAsync(life.Office, 7m, "2027-03-01");
        Assert.Equal(["5 2026-03-01 2026-09-01", "6 2026-09-01 2027-03-01", "7 2027-03-01 -"], await RulesAsync());
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(await life.TokenOf(life.Committee[0]), "setRewardRule", Rule(1m, "2026-09-01")));

        Task SetAsync(string token, decimal points, string startsOn) => gateway.DoAsync(token, "setRewardRule", Rule(points, startsOn));

        object Rule(decimal points, string startsOn) => new { schoolId = life.School, kind = "EXCELLENT_CASE", level = "PROVINCE", grade = "THIRD", points, startsOn };

        async Task<IEnumerable<string>> RulesAsync()
        {
            var answer = await gateway.PostAsync(
                "query($id: ID!) { rewardRules(where: {school: {id: {eq: $id}}, kind: {eq: EXCELLENT_CASE}, level: {eq: PROVINCE}}) { nodes { points startsOn endsOn } } }", new { id = life.School }, life.Office);
            return [.. answer.GetProperty("data").GetProperty("rewardRules").GetProperty("nodes").EnumerateArray().Select(
                row => $"{row.GetProperty("points").GetDecimal():0.##} {row.GetProperty("startsOn").GetString()} {row.GetProperty("endsOn").GetString() ?? "-"}")];
        }
    }

    private static string RoundOf(JsonElement done) => done.GetProperty("awardRound").GetProperty("id").GetString()!;

    private async Task<string> ActorsAsync(string round, params string[] tokens)
    {
        var said = new List<string>();
        foreach (var token in tokens)
        {
            var asked = await gateway.PostAsync("query($id: ID!) { awardRound(id: $id) { viewerIsOffice viewerIsGrantingBody } }", new { id = round }, token);
            Assert.True(asked.TryGetProperty("data", out var data), asked.ToString());
            var answer = data.GetProperty("awardRound");
            said.Add(answer.GetProperty("viewerIsOffice").GetBoolean() ? "true" : "false");
            said.Add(answer.GetProperty("viewerIsGrantingBody").GetBoolean() ? "true" : "false");
        }
        return string.Join(' ', said);
    }

    private Task<decimal> PointsAsync(AwardLife life, long teacher) => gateway.Database.Owner.ScalarAsync<decimal>(
        "select coalesce(sum(points), 0) from homeroom.reward_point where district_id = $1 and teacher_id = $2", life.District, teacher);

    private async Task<string> NewPaperAsync(AwardLife life, AwardPerson author, string kind) => life.IdOf("Paper", await gateway.Database.Owner.ScalarAsync<long>(
        """
        with paper as (
            insert into homeroom.paper (district_id, school_id, kind, title, first_author, published_on)
            values ($1, $2, $5, gen_random_uuid()::text, $4, '2026-10-01') returning district_id, paper_id)
        insert into homeroom.paper_author (district_id, paper_id, school_id, teacher_id, position, name)
        select district_id, paper_id, $2, $3, 1, $4 from paper returning paper_id
        """, life.District, life.SchoolKey, author.Key, author.Name, kind));
}
