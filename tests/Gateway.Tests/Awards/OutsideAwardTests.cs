using System.Text.Json.Nodes;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Awards of other bodies are recorded from their certificates, with their points, and revoked by who recorded them (rules W1, W3, W4).</summary>
public sealed class OutsideAwardTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    [Trait("Rule", "W1")]
    [Trait("Rule", "W4")]
    public async Task It_is_recorded_once_with_the_points_of_the_rule_of_the_day_on_its_certificate_and_revoked()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var person = await life.NewTeacherAsync("市奖");
        foreach (var (points, startsOn) in new[] { (6m, "2026-03-01"), (9m, "2026-09-01") })
            await gateway.DoAsync(life.Office, "setRewardRule", new { schoolId = life.School, kind = "EXCELLENT_RESULT", level = "CITY", grade = "SECOND", points, startsOn });
        var done = await gateway.DoAsync(
            life.Office, "recordOutsideAward", Award(life, person, grantedOn: "2026-08-31"), "award { id source number issuer recordedBy grantedBy nomination { id } rewardPointEntries { nodes { points } } }");
        var award = done.GetProperty("award");
        Assert.Equal("OUTSIDE", award.GetProperty("source").GetString());
        Assert.NotNull(award.GetProperty("recordedBy").GetString());
        Assert.Equal(6m, award.GetProperty("rewardPointEntries").GetProperty("nodes")[0].GetProperty("points").GetDecimal());
        Assert.Equal("RuleBrokenError W3_ONE_OUTSIDE_AWARD_A_NUMBER", await gateway.OutcomeAsync(life.Office, "recordOutsideAward", Award(life, person)));

        var revoke = new { awardId = award.GetProperty("id").GetString(), reason = "证书作废" };
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Principal, "revokeAward", revoke));
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(await life.TokenOf(person), "revokeAward", revoke));
        await gateway.DoAsync(life.Office, "revokeAward", revoke);
        Assert.Equal(0m, await life.PointsAsync(person));
        Assert.Equal("StepTakenError W3_A_REVOCATION_STAYS", await gateway.OutcomeAsync(life.Office, "revokeAward", revoke));
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task What_the_rules_forbid_is_refused_by_their_names()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var (person, other) = (await life.NewTeacherAsync("登记者"), await life.NewTeacherAsync("他人"));
        var school = await gateway.Database.Owner.ScalarAsync<string>("select name from homeroom.school where school_id = $1", life.SchoolKey);
        var paper = await PaperOfAsync(life, other);
        foreach (var (change, outcome) in new (Action<JsonObject> Change, string Outcome)[]
        {
            (award => award["level"] = "SCHOOL", "RuleBrokenError W1_AWARDS_OF_OTHER_BODIES_ARE_ABOVE_SCHOOLS"),
            (award => award["issuer"] = school, "RuleBrokenError W1_A_RECORDED_AWARD_IS_OF_ANOTHER_BODY"),
            (award => award["grantedOn"] = "2026-11-17", "RuleBrokenError W1_AN_AWARD_IS_RECORDED_AFTER_ITS_GRANT"),
            (award => award["kind"] = "MODEL_CLASS", "RuleBrokenError W1_A_MODEL_CLASS_IS_A_CLASS"),
            (award => award.Remove("teacherId"), "RuleBrokenError W1_A_PERSON_IS_NOMINATED_BUT_FOR_A_CLASS"),
            (award => (award["kind"], award["paperId"]) = ("EXCELLENT_PAPER", paper), "RuleBrokenError W1_A_PAPER_AWARDED_IS_THE_RECIPIENTS"),
            (award => award["number"] = " ", "InvalidInputError INVALID_INPUT"),
        })
        {
            var award = Award(life, person);
            change(award);
            Assert.Equal(outcome, await gateway.OutcomeAsync(life.Office, "recordOutsideAward", award));
        }
        var own = Award(life, other, number: "PAPER-1");
        (own["kind"], own["paperId"]) = ("EXCELLENT_PAPER", paper);
        await gateway.DoAsync(life.Office, "recordOutsideAward", own);
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task Offices_record_and_nobody_else()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var person = await life.NewTeacherAsync("权限");
        var research = await gateway.SignInAsync("research-office");
        var award = Award(life, person, number: "WHO-1");
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(life.Principal, "recordOutsideAward", award));
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(await life.TokenOf(person), "recordOutsideAward", award));
        award["kind"] = "EXCELLENT_HOMEROOM_TEACHER";
        Assert.Equal("NotAllowedError NOT_ALLOWED", await gateway.OutcomeAsync(research, "recordOutsideAward", award));
        award["kind"] = "EXCELLENT_CASE";
        await gateway.DoAsync(research, "recordOutsideAward", award);
    }

    internal static JsonObject Award(AwardLife life, AwardPerson person, string number = "CITY-7", string grantedOn = "2026-10-20") => new()
    {
        ["schoolId"] = life.School, ["teacherId"] = person.Id, ["kind"] = "EXCELLENT_RESULT", ["level"] = "CITY", ["grade"] = "SECOND",
        ["number"] = number, ["issuer"] = "市教育科学研究院", ["grantedOn"] = grantedOn,
    };

    private async Task<string> PaperOfAsync(AwardLife life, AwardPerson author) => life.IdOf("Paper", await gateway.Database.Owner.ScalarAsync<long>(
        """
        with paper as (
            insert into homeroom.paper (district_id, school_id, kind, title, first_author, published_on)
            values ($1, $2, 'paper', gen_random_uuid()::text, $4, '2026-10-01') returning district_id, paper_id)
        insert into homeroom.paper_author (district_id, paper_id, school_id, teacher_id, position, name)
        select district_id, paper_id, $2, $3, 1, $4 from paper returning paper_id
        """, life.District, life.SchoolKey, author.Key, author.Name));
}
