using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Mentoring;

public sealed class MentorshipTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string NoCycle = "m2_no_cycle";
    private const string MenteesAtMost = "m2_mentees_at_most";

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact, Trait("Rule", "M2")]
    public async Task Nobody_mentors_oneself_and_a_mentee_has_one_mentor_at_a_time()
    {
        var d = await WithTeachersAsync(3);
        await RefusedByAsync("m2_nobody_mentors_oneself", d, 0, 0);
        await PairAsync(d, 0, 1, "2026-09-01", "2027-03-01");
        await RefusedByAsync("m2_one_mentor_at_a_time", d, 2, 1, "2027-02-28");
        await PairAsync(d, 2, 1, "2027-03-01");
    }

    [Fact, Trait("Rule", "M2")]
    public async Task No_chain_of_pairs_closes()
    {
        var d = await WithTeachersAsync(4);
        await PairAsync(d, 0, 1);
        await RefusedByAsync(NoCycle, d, 1, 0);
        await PairAsync(d, 1, 2);
        await PairAsync(d, 2, 3);
        await RefusedByAsync(NoCycle, d, 3, 0);
        await RefusedByAsync(NoCycle, d, 2, 0);
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_chain_holds_only_while_all_its_pairs_run()
    {
        var d = await WithTeachersAsync(3);
        await PairAsync(d, 0, 1, "2025-09-01", "2026-09-01");
        await PairAsync(d, 1, 2, "2026-03-01", "2027-03-01");
        await RefusedByAsync(NoCycle, d, 2, 0, "2026-08-31"); // until 2026-09-01 all three would run
        await PairAsync(d, 2, 0, "2026-09-01");
        await Writer.RefusedByAsync(
            NoCycle,
            "update homeroom.mentorship set ended_on = '2026-09-02' where district_id = $1 and mentor_id = $2", d.Id, d.Teachers[0]);
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Pairs_made_at_the_same_time_close_no_chain()
    {
        for (var round = 0; round < 10; round++)
        {
            var d = await WithTeachersAsync(4);
            var attempts = Enumerable.Range(0, 4).Select(n => Record.ExceptionAsync(() => PairAsync(d, n, (n + 1) % 4)).AsTask());
            var refusal = Assert.Single(await Task.WhenAll(attempts), e => e is not null);
            Assert.Equal(NoCycle, Assert.IsType<PostgresException>(refusal).ConstraintName);
        }
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_mentor_has_no_more_mentees_at_a_time_than_the_policy_says()
    {
        var d = await WithTeachersAsync(6);
        await PairAsync(d, 0, 1, "2026-09-01", "2027-03-01");
        await PairAsync(d, 0, 2);
        await PairAsync(d, 0, 3);
        await RefusedByAsync(MenteesAtMost, d, 0, 4);
        await RefusedByAsync(MenteesAtMost, d, 0, 4, "2026-01-01"); // three others begin while it runs
        await PairAsync(d, 0, 4, "2027-03-01");
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, figure, starts_on, reason, decided_by)
            values ($1, $2, 'm2_mentees_at_most', 4, '2027-09-01', 'R', 'D')
            """, d.Id, d.School);
        await RefusedByAsync(MenteesAtMost, d, 0, 5, "2027-08-31");
        await PairAsync(d, 0, 5, "2027-09-01");
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Pairs_made_at_the_same_time_are_not_one_too_many()
    {
        for (var round = 0; round < 5; round++)
        {
            var d = await WithTeachersAsync(6);
            var attempts = Enumerable.Range(1, 5).Select(n => Record.ExceptionAsync(() => PairAsync(d, 0, n)).AsTask());
            var refusals = (await Task.WhenAll(attempts)).Where(e => e is not null).ToList();
            Assert.Equal(2, refusals.Count);
            Assert.All(refusals, refusal => Assert.Equal(MenteesAtMost, Assert.IsType<PostgresException>(refusal).ConstraintName));
        }
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_mentor_has_five_years_of_homeroom_service_when_the_pair_begins()
    {
        var d = await WithTeachersAsync(3);
        await Writer.ExecuteAsync("update homeroom.teacher set earlier_homeroom_months = 50 where teacher_id = $1", d.Teachers[0]);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await RefusedByAsync("m2_mentor_service_years", d, 0, 1, "2027-06-29");
        await PairAsync(d, 0, 1, "2027-06-30"); // ten months of the appointment are served
    }

    [Theory, Trait("Rule", "M4")]
    [InlineData("m4_extended_or_broken_off_for_a_reason", "state = 'extended'")]
    [InlineData("m4_extended_or_broken_off_for_a_reason", "state = 'broken_off', ended_on = '2026-12-01'")]
    [InlineData("m4_what_ended_has_its_end", "state = 'completed'")]
    [InlineData("m4_what_ended_has_its_end", "ended_on = '2026-12-01'")]
    [InlineData("m4_ends_after_it_starts", "state = 'completed', ended_on = '2026-09-01'")]
    [InlineData("m4_ends_with_evaluations", "state = 'completed', ended_on = '2027-07-01'")]
    [InlineData("m4_ends_with_evaluations", "state = 'broken_off', ended_on = '2027-07-01', state_reason = 'R'")]
    public async Task A_pair_does_not_end_halfway(string constraint, string set)
    {
        var d = await WithTeachersAsync(2);
        await PairAsync(d, 0, 1);
        await Writer.RefusedByAsync(constraint, $"update homeroom.mentorship set {set} where district_id = $1", d.Id);
    }

    [Fact, Trait("Rule", "M4")]
    public async Task A_pair_is_completed_with_the_evaluations_of_both_sides_and_the_office_which_then_stay()
    {
        var d = await WithTeachersAsync(2);
        await PairAsync(d, 0, 1);
        await EvaluateAsync(d, "mentor", "mentee");
        const string Complete = "update homeroom.mentorship set state = 'completed', ended_on = '2027-07-01' where district_id = $1";
        await Writer.RefusedByAsync("m4_ends_with_evaluations", Complete, d.Id);
        await EvaluateAsync(d, "office");
        await Writer.ExecuteAsync(Complete, d.Id);
        await Writer.RefusedByAsync(
            "m4_ends_with_evaluations", "delete from homeroom.mentorship_evaluation where district_id = $1 and side = 'mentee'", d.Id);
        await Writer.RefusedByAsync(
            "m4_one_evaluation_a_side", "update homeroom.mentorship_evaluation set side = 'office' where district_id = $1 and side = 'mentee'", d.Id);
    }

    [Fact, Trait("Rule", "M3")]
    public async Task A_pair_has_one_report_a_month()
    {
        var d = await WithTeachersAsync(2);
        await PairAsync(d, 0, 1);
        const string Insert = """
            insert into homeroom.mentorship_report (district_id, school_id, mentorship_id, month, content, submitted_on, acknowledged_on)
            select district_id, school_id, mentorship_id, $2::text::date, 'R', $3::text::date, $4::text::date
            from homeroom.mentorship where district_id = $1
            """;
        await Writer.ExecuteAsync(Insert, d.Id, "2026-09-01", "2026-10-02", "2026-10-02");
        await Writer.RefusedByAsync("m3_one_report_a_month", Insert, d.Id, "2026-09-01", "2026-10-03", DBNull.Value);
        await Writer.RefusedByAsync("m3_a_month_is_its_first_day", Insert, d.Id, "2026-10-02", "2026-11-01", DBNull.Value);
        await Writer.RefusedByAsync("m3_submitted_in_the_month_or_after", Insert, d.Id, "2026-10-01", "2026-09-30", DBNull.Value);
        await Writer.RefusedByAsync("m3_acknowledged_after_it_is_submitted", Insert, d.Id, "2026-10-01", "2026-11-01", "2026-10-31");
    }

    [Theory, Trait("Rule", "M3")]
    [InlineData("2026-09-01", null, "2026-09-30", 1, 0)]
    [InlineData("2026-09-01", null, "2026-10-01", 1, 1)] // September is over
    [InlineData("2026-09-20", null, "2026-12-31", 1, 3)]
    [InlineData("2026-09-20", "2026-11-10", "2027-06-01", 1, 2)] // none for the month it ended in
    [InlineData("2025-09-01", null, "2026-11-16", 1, 14)]
    [InlineData("2026-09-01", null, "2026-12-01", 2, 1)]
    [InlineData("2026-09-01", null, "2026-08-01", 1, 0)]
    public async Task A_report_is_due_for_each_month_that_is_over(string startsOn, string? endedOn, string day, int months, int due) =>
        Assert.Equal(due, await test.Database.Reader.ScalarAsync<int>(
            "select homeroom.reports_due($1::text::date, $2::text::date, $3::text::date, $4::int)",
            startsOn, (object?)endedOn ?? DBNull.Value, day, months));

    private async Task<SmallDistrict> WithTeachersAsync(int count)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var more = await Writer.ColumnAsync<long>("""
            insert into homeroom.teacher (district_id, staff_number, name, pinyin)
            select $1, 'M' || n, 'M' || n, 'm' || n from generate_series(1, $2 - 3) n returning teacher_id
            """, d.Id, count);
        await Writer.ExecuteAsync("update homeroom.teacher set earlier_homeroom_months = 60 where district_id = $1", d.Id);
        return d.With([.. d.Teachers, .. more]);
    }

    private Task PairAsync(SmallDistrict d, int mentor, int mentee, string startsOn = "2026-09-01", string? endedOn = null) =>
        Writer.ExecuteAsync(PairSql, Pair(d, mentor, mentee, startsOn, endedOn));

    private Task RefusedByAsync(string constraint, SmallDistrict d, int mentor, int mentee, string startsOn = "2026-09-01") =>
        Writer.RefusedByAsync(constraint, PairSql, Pair(d, mentor, mentee, startsOn, null));

    private Task EvaluateAsync(SmallDistrict d, params string[] sides) => Writer.ExecuteAsync("""
        insert into homeroom.mentorship_evaluation (district_id, school_id, mentorship_id, side, evaluated_by, evaluated_on, content)
        select district_id, school_id, mentorship_id, side, 'E', '2027-06-30', 'E' from homeroom.mentorship, unnest($2) side where district_id = $1
        """, d.Id, sides);

    private static object[] Pair(SmallDistrict d, int mentor, int mentee, string startsOn, string? endedOn) =>
        [d.Id, d.School, d.Teachers[mentor], d.Teachers[mentee], startsOn, (object?)endedOn ?? DBNull.Value];

    // A pair that ended broke off, with the office's evaluation.
    private const string PairSql = """
        with pair as (
            insert into homeroom.mentorship (district_id, school_id, mentor_id, mentor_name, mentee_id, mentee_name, goals,
                                             starts_on, planned_end, ended_on, state, state_reason)
            values ($1, $2, $3, 'A', $4, 'B', 'G', $5::text::date, '2030-01-01', $6::text::date,
                    case when $6::text is null then 'active' else 'broken_off' end, case when $6::text is not null then 'R' end)
            returning *)
        insert into homeroom.mentorship_evaluation (district_id, school_id, mentorship_id, side, evaluated_by, evaluated_on, content)
        select district_id, school_id, mentorship_id, 'office', 'E', ended_on, 'E' from pair where ended_on is not null
        """;
}
