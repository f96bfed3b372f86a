using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Training;

[Trait("Rule", "T2")]
public sealed class TrainingHoursTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData("present", null, "expert_lecture", "held", 3)]
    [InlineData("absent", null, "expert_lecture", "held", 0)]
    [InlineData("leave", null, "expert_lecture", "held", 0)]
    [InlineData("present", null, "expert_lecture", "planned", 0)]
    [InlineData("present", null, "expert_lecture", "cancelled", 0)]
    [InlineData("present", null, "site_visit", "held", 0)] // T4: a site visit needs the written reflection
    [InlineData("present", "What I saw", "site_visit", "held", 3)]
    public async Task An_attendance_counts_the_sessions_hours(string status, string? reflection, string kind, string state, int hours) =>
        Assert.Equal(hours, await test.Database.Reader.ScalarAsync<decimal>(
            "select homeroom.counted_hours($1, $2, $3, $4, 3)", status, TrainingRows.OrNull(reflection), kind, state));

    [Fact]
    public async Task Hours_and_day_are_the_sessions_and_nobody_types_them()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var session = await d.AddSessionAsync(Writer, d.School, day: "2026-10-10", hours: 2.5);
        await d.AttendAsync(Writer, session, d.Teachers[0]);
        Assert.Equal("2026-10-10 2.5", await KeptAsync(d));
        await Writer.ExecuteAsync("update homeroom.training_attendance set hours = 40, held_on = '2027-01-01' where district_id = $1", d.Id);
        Assert.Equal("2026-10-10 2.5", await KeptAsync(d));
    }

    [Fact]
    public async Task A_session_that_changes_takes_its_attendances_along()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var session = await d.AddSessionAsync(Writer, d.School);
        await d.AttendAsync(Writer, session, d.Teachers[0]);
        await Writer.ExecuteAsync("update homeroom.training_session set hours = 4, held_on = '2026-10-12' where district_id = $1", d.Id);
        Assert.Equal("2026-10-12 4", await KeptAsync(d));
        await Writer.ExecuteAsync("update homeroom.training_session set state = 'cancelled' where district_id = $1", d.Id);
        Assert.Equal("2026-10-12 0", await KeptAsync(d));
        await Writer.ExecuteAsync("update homeroom.training_session set state = 'held', kind = 'site_visit' where district_id = $1", d.Id);
        Assert.Equal("2026-10-12 0", await KeptAsync(d));
        await Writer.ExecuteAsync("update homeroom.training_attendance set reflection = 'What I saw' where district_id = $1", d.Id);
        Assert.Equal("2026-10-12 4", await KeptAsync(d));
    }

    [Fact]
    public async Task Who_attends_while_the_session_changes_has_its_new_hours()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var session = await d.AddSessionAsync(Writer, d.School);
        await using var connection = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var first = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var change = new NpgsqlCommand("update homeroom.training_session set hours = 5 where district_id = $1", connection))
        {
            change.Parameters.Add(new() { Value = d.Id });
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var second = d.AttendAsync(Writer, session, d.Teachers[0]);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await first.CommitAsync(TestContext.Current.CancellationToken);
        await second;
        Assert.Equal("2026-10-10 5", await KeptAsync(d));
    }

    [Fact]
    public async Task A_teacher_attends_a_session_once()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var session = await d.AddSessionAsync(Writer, d.School);
        await d.AttendAsync(Writer, session, d.Teachers[0]);
        await d.AttendRefusedByAsync(Writer, "t2_one_attendance_a_session_and_teacher", session, d.Teachers[0]);
    }

    [Fact]
    public async Task A_session_is_attended_from_its_own_school_and_one_of_the_district_from_every_school()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var other = await d.AddSchoolAsync(Writer);
        var ofSchool = await d.AddSessionAsync(Writer, d.School);
        var ofDistrict = await d.AddSessionAsync(Writer);
        await d.AttendRefusedByAsync(Writer, "t2_session_of_the_school_or_the_district", ofSchool, d.Teachers[0], other);
        await d.AttendAsync(Writer, ofDistrict, d.Teachers[0], school: other);
        await d.AttendAsync(Writer, ofDistrict, d.Teachers[1]);
        await Writer.RefusedByAsync(
            "t2_session_of_the_school_or_the_district",
            "update homeroom.training_attendance set training_session_id = $2 where district_id = $1 and school_id = $3", d.Id, ofSchool, other);
        await Writer.RefusedByAsync(
            "a_session_keeps_its_school",
            "update homeroom.training_session set school_id = $2 where district_id = $1 and school_id is null", d.Id, other);
    }

    [Fact]
    public async Task An_unknown_session_is_refused()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AttendRefusedByAsync(Writer, "training_attendance_district_id_training_session_id_fkey", -1, d.Teachers[0]);
    }

    private Task<string> KeptAsync(SmallDistrict d) => Writer.ScalarAsync<string>(
        "select held_on || ' ' || trim_scale(hours) from homeroom.training_attendance where district_id = $1", d.Id);
}
