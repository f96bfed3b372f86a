using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Papers;

/// <summary>Who of a school's homeroom teachers still owes the semester's paper (rule R2).</summary>
public sealed class PaperDutyTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Query = "query($school: ID!, $on: Date) { school(id: $school) { homeroomTeachersWithoutPapers(on: $on, first: 500) { totalCount nodes { id semesterPaperCount(on: $on) } } } }";

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Who_has_not_written_is_listed_until_a_paper_of_the_semester_is_recorded()
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        var homeroom = await gateway.Database.Owner.ColumnAsync<long>(
            "select distinct teacher_id from homeroom.appointment where school_id = $1 and state = 'active' and kind in ('homeroom', 'acting') and starts_on < '2027-02-01' and (ends_on is null or ends_on > '2026-09-01')", desk.School);
        Assert.InRange(homeroom.Count, 2, 500);
        var before = await OwingAsync("2026-11-16");
        Assert.Equal(homeroom.Select(desk.TeacherId).Order(StringComparer.Ordinal), before);

        // At whichever place among the authors; the year alone is no semester; another semester is another duty.
        var teacher = desk.TeacherId(homeroom[0]);
        object[] authors = [new { name = "外校人" }, new { teacherId = teacher }];
        await desk.RecordAsync(PaperDesk.Office, desk.Paper("只知年份", ("authors", authors), ("publishedOn", "2026-10-01"), ("publishedPrecision", "YEAR")));
        await desk.RecordAsync(PaperDesk.Office, desk.Paper("上学期的", ("authors", authors), ("publishedOn", "2026-04-01")));
        Assert.Equal(before, await OwingAsync("2026-11-16"));
        var paper = await desk.RecordAsync(PaperDesk.Office, desk.Paper("本学期的", ("authors", authors), ("publishedOn", "2026-10-01"), ("publishedPrecision", "MONTH")));
        Assert.Equal(before.Where(id => id != teacher), await OwingAsync("2026-11-16"));

        // As many as the policy asks for.
        await gateway.Database.Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, figure, starts_on, reason, decided_by) values ($1, $2, 'r2_papers_a_semester', 2, '2026-09-01', '教科研规划', '教科室')
            """, desk.District, desk.School);
        Assert.Contains(teacher, await OwingAsync("2026-11-16"));
        await gateway.Database.Writer.ExecuteAsync("delete from homeroom.policy where district_id = $1 and school_id = $2 and policy_key = 'r2_papers_a_semester'", desk.District, desk.School);

        await desk.RunAsync(PaperDesk.Office, "removePaper", new { paperId = paper });
        Assert.Equal(before, await OwingAsync("2026-11-16"));

        async Task<List<string>> OwingAsync(string on)
        {
            var owing = (await desk.AskAsync(PaperDesk.Office, Query, new { school = desk.SchoolId, on })).GetProperty("school").GetProperty("homeroomTeachersWithoutPapers");
            var ids = owing.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(ids.Count, owing.GetProperty("totalCount").GetInt32());
            return ids;
        }
    }

    [Theory]
    [Trait("Rule", "R2")]
    [InlineData(PaperDesk.Office, true)]
    [InlineData(PaperDesk.Principal, true)]
    [InlineData("moral-office", true)]
    [InlineData("analyst-370403", true)]
    [InlineData(PaperDesk.Teacher, false)]
    [InlineData("academic-affairs", false)]
    public async Task The_list_is_for_readers_of_the_school_s_papers(string user, bool seen)
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        var school = (await desk.AskAsync(user, Query, new { school = desk.SchoolId, on = "2026-11-16" })).GetProperty("school");
        Assert.Equal(seen, school.GetProperty("homeroomTeachersWithoutPapers").GetProperty("totalCount").GetInt32() > 0);
    }
}
