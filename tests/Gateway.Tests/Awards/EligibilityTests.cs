using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Eligibility explains itself: each condition with what was found, what is asked for, and its rule (rule W2).</summary>
public sealed class EligibilityTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Ask = """
        query($round: ID!, $teacher: ID) { awardEligibility(roundId: $round, teacherId: $teacher) {
          isEligible conditions { code rule condition value required isMet } } }
        """;

    [Fact]
    [Trait("Rule", "W2")]
    [Trait("Rule", "E8")]
    public async Task Each_condition_is_named_with_its_rule_and_the_check_keeps_what_was_found()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var round = await life.OpenAsync(kind: "EXCELLENT_HOMEROOM_TEACHER");
        var person = await life.NewTeacherAsync("申报人");
        Assert.Equal(
            ["ethics_veto E8 0 met", "employment O5 2020-09-01 met", "certificate T5 - unmet", "homeroom_post A1 - unmet", "assessment_grade E4 - unmet", "papers R2 0 unmet", "mentor_duty M3 1 unmet"],
            await FoundAsync(life.Office, round, person));

        // One by one they are met, and one by one they are met no longer.
        var (own, other) = (await life.NewTeacherAsync("徒弟"), await life.NewTeacherAsync("师傅"));
        await MeetAsync(life, person, other);
        Assert.Equal(
            ["ethics_veto E8 0 met", "employment O5 2020-09-01 met", "certificate T5 C-1 met", "homeroom_post A1 评优班 met", "assessment_grade E4 qualified met", "papers R2 1 met", "mentor_duty M3 0 met"],
            await FoundAsync(life.Office, round, person));
        await SetPolicyAsync(life, "w2_assessment_grade", "choice", "'excellent'");
        Assert.Contains("assessment_grade E4 qualified unmet", await FoundAsync(life.Office, round, person));
        await SetPolicyAsync(life, "w2_assessment_grade", "choice", "'any'");
        Assert.DoesNotContain(await FoundAsync(life.Office, round, person), line => line.StartsWith("assessment_grade", StringComparison.Ordinal));
        await gateway.Database.Owner.ExecuteAsync("delete from homeroom.policy where policy_key = 'w2_assessment_grade'");
        await SetPolicyAsync(life, "r2_papers_a_semester", "figure", "2");
        Assert.Contains("papers R2 1 unmet", await FoundAsync(life.Office, round, person));
        await gateway.Database.Owner.ExecuteAsync("delete from homeroom.policy where policy_key = 'r2_papers_a_semester'");

        // Checked, the conditions are kept as they were found; a veto that comes later makes a new check, and the old one stays.
        var nomination = await life.NominateAsync(round, person);
        await gateway.DoAsync(life.Office, "closeAwardNominations", new { roundId = round });
        await gateway.DoAsync(life.Office, "checkAwardNominations", new { roundId = round });
        Assert.Equal("ELIGIBLE", await StateAsync(life, nomination));
        var veto = await VetoAsync(life, person, "2026-10-12", "warning", "2026-10-20");
        Assert.Equal("2028-09-01", veto[..10]);
        await gateway.DoAsync(life.Office, "checkAwardNominations", new { roundId = round, nominationIds = new[] { nomination } });
        Assert.Equal("INELIGIBLE", await StateAsync(life, nomination));
        Assert.Equal(
            ["1 1 0 t", "2 1 2028-09-01 f"],
            await gateway.Database.Owner.ColumnAsync<string>(
                "select concat_ws(' ', check_number, position, value, is_met) from homeroom.award_condition where award_nomination_id = $1 and rule = 'E8' order by check_number", DocumentCalls.KeyOf(nomination)));

        // Who may not ask is told as if there were nobody: a colleague; the teacher may.
        Assert.Empty(await FoundAsync(await life.TokenOf(own), round, person));
        Assert.NotEmpty(await FoundAsync(await life.TokenOf(person), round, person));
        Assert.NotEmpty(await FoundAsync(life.Principal, round, person));
    }

    /// <summary>A script can't make somebody eligible whom the check did not find so.</summary>
    [Fact]
    [Trait("Rule", "W2")]
    public async Task Nobody_is_eligible_past_the_check()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var round = await life.OpenAsync();
        var nomination = await life.NominateAsync(round, await life.NewTeacherAsync("越审者"));
        await gateway.DoAsync(life.Office, "closeAwardNominations", new { roundId = round });
        await gateway.Database.Writer.RefusedByAsync(
            "w2_the_check_says_who_is_eligible",
            """
            insert into homeroom.award_state_change (district_id, award_round_id, award_nomination_id, from_state, to_state, changed_by, changed_at)
            values ($1, $2, $3, 'nominated', 'eligible', 'X', '2026-11-30T08:00:00Z')
            """, life.District, DocumentCalls.KeyOf(round), DocumentCalls.KeyOf(nomination));
    }

    /// <summary>E8: the veto's end is the later of the school year after the incident's and the sanction's term, and it ends by itself.</summary>
    [Theory]
    [Trait("Rule", "E8")]
    [InlineData("2026-10-12", "none", null, "2028-09-01")]
    [InlineData("2025-03-03", "warning", "2025-03-10", "2026-09-01")]
    [InlineData("2025-03-03", "demerit", "2025-12-10", "2026-12-10")]
    [InlineData("2026-10-12", "removal", "2026-11-01", "2028-11-01")]
    public async Task A_veto_ends_with_the_later_of_year_and_sanction(string on, string sanction, string? sanctionedOn, string ends)
    {
        var life = await AwardLife.BeginAsync(gateway);
        Assert.Equal(ends, await VetoAsync(life, await life.NewTeacherAsync("师德"), on, sanction, sanctionedOn));
    }

    [Fact]
    [Trait("Rule", "E7")]
    public async Task An_incident_is_confirmed_by_two_persons_of_different_offices()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var person = await life.NewTeacherAsync("师德");
        foreach (var (first, second, one, two) in new[] { (0, 0, "甲", "乙"), (0, 1, "甲", "甲"), (0, -1, "甲", "乙") })
            await gateway.Database.Writer.RefusedByAsync("e7_two_persons_of_different_offices_confirm", IncidentSql, await IncidentAsync(life, person, "2026-10-12", "none", null, first, second, one, two));
    }

    private const string IncidentSql = """
        insert into homeroom.ethics_incident
            (district_id, school_id, teacher_id, kind, occurred_on, state, first_office_id, first_person, second_office_id, second_person, confirmed_on, sanction, sanctioned_on)
        values ($1, $2, $3, 'illegal_fees', $4::text::date, 'confirmed', $5::bigint, $6, $7::bigint, $8, '2026-11-10', $9, $10::text::date) returning veto_ends_on::text
        """;

    private async Task<string> VetoAsync(AwardLife life, AwardPerson person, string on, string sanction, string? sanctionedOn) =>
        await gateway.Database.Writer.ScalarAsync<string>(IncidentSql, await IncidentAsync(life, person, on, sanction, sanctionedOn, 0, 1, "甲", "乙"));

    private async Task<object[]> IncidentAsync(AwardLife life, AwardPerson person, string on, string sanction, string? sanctionedOn, int first, int second, string one, string two)
    {
        var offices = await gateway.Database.Owner.ColumnAsync<long>(
            """
            with two as (
                insert into homeroom.office (district_id, school_id, kind, name) select $1, $2, 'other', n || gen_random_uuid() from (values ('政教处'), ('工会')) o (n) returning office_id)
            select office_id from two order by office_id
            """, life.District, life.SchoolKey);
        return [life.District, life.SchoolKey, person.Key, on, offices[first], one, second < 0 ? DBNull.Value : offices[second], two, sanction, (object?)sanctionedOn ?? DBNull.Value];
    }

    private Task SetPolicyAsync(AwardLife life, string key, string column, string value) => gateway.Database.Owner.ExecuteAsync(
        $"""
        delete from homeroom.policy where policy_key = '{key}';
        insert into homeroom.policy (district_id, policy_key, {column}, starts_on, reason, decided_by) values ({life.District}, '{key}', {value}, '2026-09-01', 'R', 'D')
        """);

    /// <summary>Makes a teacher meet what an excellent homeroom teacher is asked for.</summary>
    private Task MeetAsync(AwardLife life, AwardPerson person, AwardPerson mentor) => gateway.Database.Owner.ExecuteAsync(
        $$"""
        do $do$
        declare
            d integer := {{life.District}}; s bigint := {{life.SchoolKey}}; me bigint := {{person.Key}}; c bigint; y bigint; half bigint; scheme bigint; paper bigint; assessment bigint;
        begin
            select school_year_id, semester_id into strict y, half from homeroom.semester e where e.district_id = d and e.starts_on = '2026-09-01';
            insert into homeroom.certificate (district_id, number, kind, teacher_id, holder, issuer_school_id, issuer, issued_on) values (d, 'C-1', 'homeroom', me, 'H', s, 'I', '2026-01-01');
            insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name, head_count)
            select d, s, y, x.cohort_id, x.grade, 91, '评优班', 40 from homeroom.class x where x.district_id = d and x.school_id = s and x.school_year_id = y limit 1 returning class_id into c;
            insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, starts_on) values (d, s, c, me, 'homeroom', '2026-09-01');
            insert into homeroom.paper (district_id, school_id, kind, title, published_on, first_author) values (d, s, 'paper', '评优论文', '2026-10-10', '申报人') returning paper_id into paper;
            insert into homeroom.paper_author (district_id, paper_id, position, teacher_id, name, school_id) values (d, paper, 1, me, '申报人', s);
            update homeroom.teacher set earlier_homeroom_months = 60 where teacher_id = me;
            insert into homeroom.evaluation_scheme (district_id, school_id, school_year_id, name, state) values (d, s, y, 'S', 'draft') returning evaluation_scheme_id into scheme;
            update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = scheme;
            insert into homeroom.semester_assessment (district_id, school_id, semester_id, teacher_id, teacher_name, evaluation_scheme_id, state)
            values (d, s, half, me, '申报人', scheme, 'draft') returning semester_assessment_id into assessment;
            update homeroom.semester_assessment set state = 'final', process = 0, effect = 0, performance = 0, grade = 'qualified', decided_by = 'D', decided_at = '2026-11-01T08:00:00Z'
            where semester_assessment_id = assessment;
        end $do$
        """);

    private async Task<string> StateAsync(AwardLife life, string nomination) =>
        (await gateway.PostAsync("query($id: ID!) { awardNomination(id: $id) { state } }", new { id = nomination }, life.Office)).GetProperty("data").GetProperty("awardNomination").GetProperty("state").GetString()!;

    private async Task<IReadOnlyList<string>> FoundAsync(string token, string round, AwardPerson person)
    {
        var found = (await gateway.PostAsync(Ask, new { round, teacher = person.Id }, token)).GetProperty("data").GetProperty("awardEligibility");
        if (found.ValueKind == JsonValueKind.Null)
            return [];
        var conditions = found.GetProperty("conditions").EnumerateArray().ToList();
        Assert.Equal(conditions.All(c => c.GetProperty("isMet").GetBoolean()), found.GetProperty("isEligible").GetBoolean());
        Assert.All(conditions, c => Assert.NotEqual(JsonValueKind.Null, c.GetProperty("required").ValueKind));
        return [.. conditions.Select(c =>
            $"{c.GetProperty("code").GetString()} {c.GetProperty("rule").GetString()} {c.GetProperty("value").GetString() ?? "-"} {(c.GetProperty("isMet").GetBoolean() ? "met" : "unmet")}")];
    }
}
