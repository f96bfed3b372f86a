using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Appointments;

[Trait("Rule", "O5")]
public sealed class HomeroomServiceTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData(0, "{}", "2026-11-16", 0)]
    [InlineData(24, "{}", "2026-11-16", 24)]
    [InlineData(0, "{[2025-09-01,2026-09-01)}", "2026-11-16", 12)]
    [InlineData(0, "{[2023-09-01,2026-09-01)}", "2026-11-16", 36)]
    [InlineData(0, "{[2026-09-01,2026-10-12),[2026-12-21,2027-09-01)}", "2030-01-01", 9)] // 1 month 11 days, 8 months 11 days
    [InlineData(0, "{[2026-09-01,2026-09-20),[2026-12-01,2026-12-20)}", "2030-01-01", 1)] // 19 days and 19 days
    [InlineData(0, "{[2026-09-01,)}", "2026-08-31", 0)]
    [InlineData(0, "{[2026-09-01,)}", "2026-09-29", 0)]
    [InlineData(0, "{[2026-09-01,)}", "2026-09-30", 1)] // that day is served too
    [InlineData(5, "{[2020-09-01,2021-09-01),[2025-09-01,)}", "2026-11-16", 31)]
    public async Task Months_are_the_earlier_ones_and_the_days_served_up_to_the_day(int earlier, string service, string day, int months) =>
        Assert.Equal(months, await test.Database.Reader.ScalarAsync<int>(
            "select homeroom.service_months($1, $2::text::datemultirange, $3::text::date)", earlier, service, day));

    [Fact]
    public async Task Service_follows_every_change_of_appointments()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", "2026-11-01");
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-12-01", null, kind: "acting");
        await d.AppointAsync(d.Classes[1], d.Teachers[0], "2020-01-01", "2021-01-01", kind: "deputy");
        await d.AppointAsync(d.Classes[1], d.Teachers[0], "2020-01-01", "2021-01-01", state: "void");
        Assert.Equal("{[2026-09-01,2026-11-01),[2026-12-01,)}", await ServiceOfAsync(d, d.Teachers[0]));

        await Writer.ExecuteAsync(
            "update homeroom.appointment set teacher_id = $2 where district_id = $1 and kind = 'acting'", d.Id, d.Teachers[1]);
        Assert.Equal("{[2026-09-01,2026-11-01)}", await ServiceOfAsync(d, d.Teachers[0]));
        Assert.Equal("{[2026-12-01,)}", await ServiceOfAsync(d, d.Teachers[1]));

        await Writer.ExecuteAsync("delete from homeroom.appointment where district_id = $1", d.Id);
        Assert.Equal("{}", await ServiceOfAsync(d, d.Teachers[0]));
        Assert.Equal("{}", await ServiceOfAsync(d, d.Teachers[1]));
    }

    [Fact]
    public async Task Two_writers_at_once_lose_nothing()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => d.AppointAsync(
            d.Classes[n % 2], d.Teachers[0], $"20{20 + n}-09-01", $"20{21 + n}-09-01")));
        Assert.Equal("{[2020-09-01,2028-09-01)}", await ServiceOfAsync(d, d.Teachers[0]));
    }

    private Task<string> ServiceOfAsync(SmallDistrict d, long teacher) => Writer.ScalarAsync<string>(
        "select homeroom_service::text from homeroom.teacher where district_id = $1 and teacher_id = $2", d.Id, teacher);
}
