using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Organisation;

/// <summary>Working days and weeks, over the holidays and make-up workdays of the autumn of 2026.</summary>
[Trait("Rule", "O4")]
public sealed class WorkingDayTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)] // 国庆节
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)] // a Saturday that is worked (调休)
    [InlineData("2026-10-11", false)] // a Sunday
    [InlineData("2026-09-20", true)] // a Sunday that is worked
    [InlineData("2026-09-19", false)] // a Saturday
    public async Task A_day_is_worked_by_the_calendar_and_else_by_its_weekday(string day, bool worked) =>
        Assert.Equal(worked, await Writer.ScalarAsync<bool>("select homeroom.is_working_day($1, $2::text::date)", await DistrictAsync(), day));

    [Theory]
    [InlineData("2026-09-28", 0, "2026-09-28")]
    [InlineData("2026-09-28", 2, "2026-09-30")]
    [InlineData("2026-09-28", 3, "2026-10-08")] // over the holiday
    [InlineData("2026-09-28", 5, "2026-10-10")] // the make-up Saturday counts
    [InlineData("2026-09-28", 6, "2026-10-12")] // and the Sunday after it does not
    [InlineData("2026-10-01", 1, "2026-10-08")] // from a holiday on
    public async Task Working_days_are_added_after_a_day(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), await Writer.ScalarAsync<DateOnly>(
            "select homeroom.add_working_days($1, $2::text::date, $3)", await DistrictAsync(), from, days));

    [Theory]
    [InlineData("2026-09-28", "2026-10-12", 6)] // 28, 29, 30, 8, 9, 10
    [InlineData("2026-10-01", "2026-10-08", 0)]
    [InlineData("2026-10-12", "2026-10-12", 0)]
    [InlineData("2026-10-12", "2026-10-01", 0)]
    public async Task Working_days_of_a_period_are_counted_without_its_end(string from, string until, int expected) =>
        Assert.Equal(expected, await Writer.ScalarAsync<int>(
            "select homeroom.working_days($1, $2::text::date, $3::text::date)", await DistrictAsync(), from, until));

    [Fact]
    public async Task Another_district_has_its_own_calendar()
    {
        await DistrictAsync();
        var other = await SmallDistrict.CreateAsync(Writer);
        Assert.True(await Writer.ScalarAsync<bool>("select homeroom.is_working_day($1, '2026-10-01')", other.Id));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_number_of_days_that_is_none_is_refused(int days)
    {
        var id = await DistrictAsync();
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => Writer.ExecuteAsync("select homeroom.add_working_days($1, '2026-09-28', $2)", id, days));
        Assert.Equal(PostgresErrorCodes.InvalidParameterValue, refusal.SqlState);
    }

    [Theory]
    [InlineData("2026-08-31", null)] // week 1 begins before the semester
    [InlineData("2026-09-01", 1)]
    [InlineData("2026-09-06", 1)]
    [InlineData("2026-09-07", 2)]
    [InlineData("2027-01-22", 21)]
    [InlineData("2027-01-23", null)]
    public async Task Weeks_of_a_semester_are_counted_from_its_first(string day, int? week) =>
        Assert.Equal(week ?? 0, await Writer.ScalarAsync<int>(
            "select coalesce(homeroom.semester_week('2026-09-01', '2027-01-23', '2026-08-31', $1::text::date), 0)", day));

    [Fact]
    public async Task A_day_has_one_entry()
    {
        var id = await DistrictAsync();
        await Writer.RefusedByAsync(
            "o4_one_entry_a_day", "insert into homeroom.calendar_day (district_id, day, kind, name) values ($1, '2026-10-01', 'workday', 'N')", id);
    }

    private async Task<int> DistrictAsync()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("""
            insert into homeroom.calendar_day (district_id, day, kind, name)
            select $1, day::date, 'holiday', '国庆节' from generate_series(timestamp '2026-10-01', '2026-10-07', '1 day') day
            union all values ($1, date '2026-09-20', 'workday', '调休'), ($1, '2026-10-10', 'workday', '调休')
            """, d.Id);
        return d.Id;
    }
}
