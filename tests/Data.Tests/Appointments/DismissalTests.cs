using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Appointments;

[Trait("Rule", "A5")]
public sealed class DismissalTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string NeedsNotice = "a5_dismissal_needs_an_improvement_notice";
    private const string Dismiss =
        "update homeroom.appointment set ends_on = '2027-01-10', end_reason = 'dismissal' where district_id = $1 and teacher_id = $2";

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    public async Task Nobody_is_dismissed_without_an_earlier_notice_with_its_outcome()
    {
        var d = await AppointedAsync();
        await Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[0]);
        await NoticeAsync(d, null);
        await Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[0]);
        await Writer.ExecuteAsync(
            "update homeroom.improvement_notice set outcome = 'not_improved', outcome_on = '2027-01-10' where district_id = $1", d.Id);
        await Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[0]); // of the same day, not earlier
        await Writer.ExecuteAsync("update homeroom.improvement_notice set outcome_on = '2027-01-09' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(Dismiss, d.Id, d.Teachers[0]);
    }

    [Fact]
    public async Task Another_teachers_notice_does_not_help_and_other_reasons_need_none()
    {
        var d = await AppointedAsync();
        await d.AppointAsync(d.Classes[1], d.Teachers[1], "2026-09-01", null);
        await NoticeAsync(d, "2026-12-31");
        await Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[1]);
        await Writer.ExecuteAsync(
            "update homeroom.appointment set ends_on = '2027-01-10', end_reason = 'transfer' where district_id = $1 and teacher_id = $2",
            d.Id, d.Teachers[1]);
    }

    [Fact]
    public async Task The_policy_says_how_many_notices_it_takes()
    {
        var d = await AppointedAsync();
        await NoticeAsync(d, "2026-12-31");
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by)
            values ($1, 'a5_notices_before_dismissal', 2, '2026-09-01', 'R', 'D')
            """, d.Id);
        await Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[0]);
        await NoticeAsync(d, "2027-01-02");
        await Writer.ExecuteAsync(Dismiss, d.Id, d.Teachers[0]);
    }

    [Theory]
    [InlineData("delete from homeroom.improvement_notice where district_id = $1")]
    [InlineData("update homeroom.improvement_notice set outcome = null, outcome_on = null where district_id = $1")]
    public async Task What_a_dismissal_rests_on_is_not_taken_back(string takeBack)
    {
        var d = await AppointedAsync();
        await NoticeAsync(d, "2026-12-31");
        await Writer.ExecuteAsync(Dismiss, d.Id, d.Teachers[0]);
        await Writer.RefusedByAsync(NeedsNotice, takeBack, d.Id);
    }

    [Fact]
    public async Task Of_who_dismisses_and_who_takes_the_notice_back_at_the_same_time_one_is_refused()
    {
        var d = await AppointedAsync();
        await NoticeAsync(d, "2026-12-31");
        await using var connection = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var first = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var takeBack = new NpgsqlCommand("delete from homeroom.improvement_notice where district_id = $1", connection))
        {
            takeBack.Parameters.Add(new() { Value = d.Id });
            await takeBack.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var second = Writer.RefusedByAsync(NeedsNotice, Dismiss, d.Id, d.Teachers[0]);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await first.CommitAsync(TestContext.Current.CancellationToken);
        await second;
    }

    [Fact]
    public async Task A_notice_is_of_the_appointments_teacher_with_a_deadline_after_the_start()
    {
        var d = await AppointedAsync();
        const string Insert = """
            insert into homeroom.improvement_notice
                (district_id, school_id, appointment_id, teacher_id, reason, measures, issued_by, starts_on, due_on, outcome)
            select district_id, school_id, appointment_id, $2, 'R', 'M', 'I', '2026-10-01', $3::text::date, $4
            from homeroom.appointment where district_id = $1
            """;
        await Writer.RefusedByAsync(
            "improvement_notice_district_id_school_id_teacher_id_appoin_fkey", Insert, d.Id, d.Teachers[1], "2026-11-01", DBNull.Value);
        await Writer.RefusedByAsync("a5_due_after_the_start", Insert, d.Id, d.Teachers[0], "2026-10-01", DBNull.Value);
        await Writer.RefusedByAsync("a5_an_outcome_has_its_day", Insert, d.Id, d.Teachers[0], "2026-11-01", "improved");
    }

    private async Task<SmallDistrict> AppointedAsync()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        return d;
    }

    private Task NoticeAsync(SmallDistrict d, string? outcomeOn) => Writer.ExecuteAsync("""
        insert into homeroom.improvement_notice
            (district_id, school_id, appointment_id, teacher_id, reason, measures, issued_by, starts_on, due_on, outcome, outcome_on)
        select district_id, school_id, appointment_id, teacher_id, 'R', 'M', 'I', '2026-10-01', '2026-12-31',
               case when $3::text is not null then 'not_improved' end, $3::text::date
        from homeroom.appointment where district_id = $1 and teacher_id = $2
        """, d.Id, d.Teachers[0], (object?)outcomeOn ?? DBNull.Value);
}
