using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;

namespace HomeroomGraph.Gateway.Tests.Figures;

/// <summary>Figures as dashboards ask for them, over the demo.</summary>
public sealed class FigureQueryTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private const string Analyst = "analyst-370403";

    [Fact]
    [Trait("Rule", "D4")]
    public async Task Projects_against_target_say_what_they_are_and_what_they_were_made_of()
    {
        var rows = await RowsAsync(Analyst, "projectFigures", "where: { scope: { eq: DISTRICT }, targetCount: { gt: 0 } }", """
            scope school { name } district { code } schoolYear { name startsOn endsOn } level value numerator denominator runningInYearCount targetMinimum isMet
            definition { key rules nameZh nameEn textZh textEn }
            """);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(JsonValueKind.Null, row.GetProperty("school").ValueKind);
            Assert.Equal("D4", row.GetProperty("definition").GetProperty("key").GetString());
            Assert.Contains("P12", row.GetProperty("definition").GetProperty("rules").GetRawText(), StringComparison.Ordinal);
            decimal running = row.GetProperty("numerator").GetDecimal(), minimum = row.GetProperty("denominator").GetDecimal();
            if (minimum > 0)
                Assert.Equal(Math.Round(running * 100 / minimum, 2, MidpointRounding.AwayFromZero), Number(row.GetProperty("value")));
            Assert.Equal(running >= minimum, row.GetProperty("isMet").GetBoolean());
        });
    }

    [Fact]
    [Trait("Rule", "D4")]
    public async Task A_district_is_the_sum_of_its_schools_and_of_the_projects_by_state()
    {
        string[] states = ["submittedCount", "inReviewCount", "revisionRequestedCount", "recommendedCount", "approvedCount", "runningCount", "closedCount", "refusedCount", "rejectedCount", "withdrawnCount", "terminatedCount"];
        string fields = $"scope level schoolYear {{ id }} projectCount {string.Join(' ', states)}";
        var rows = await RowsAsync(Analyst, "projectFigures", "", fields);
        var district = Sums(rows.Where(IsDistrict));
        Assert.NotEmpty(district);
        Assert.Equal(district, Sums(rows.Where(row => !IsDistrict(row))));
        Assert.All(rows, row => Assert.Equal(row.GetProperty("projectCount").GetInt32(), states.Sum(state => row.GetProperty(state).GetInt32())));

        SortedDictionary<string, int> Sums(IEnumerable<JsonElement> of) => new(of
            .SelectMany(row => states.Append("projectCount").Select(state => (Key: $"{row.GetProperty("schoolYear").GetRawText()} {row.GetProperty("level")} {state}", Value: row.GetProperty(state).GetInt32())))
            .GroupBy(value => value.Key).ToDictionary(group => group.Key, group => group.Sum(value => value.Value)), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Rule", "D4")]
    public async Task The_way_leads_from_a_district_down_to_its_schools()
    {
        var district = (await demo.DataAsync(Analyst, """
            { districts { nodes { projectFigures(first: 50, order: [{ level: ASC }]) { nodes { scope level projectCount } }
                                  schools(first: 2) { nodes { id projectFigures(first: 50) { nodes { scope school { id } projectCount } } } } } } }
            """)).GetProperty("districts").GetProperty("nodes")[0];
        Assert.All(district.GetProperty("projectFigures").GetProperty("nodes").EnumerateArray(), row => Assert.True(IsDistrict(row)));
        foreach (var school in district.GetProperty("schools").GetProperty("nodes").EnumerateArray())
            Assert.All(school.GetProperty("projectFigures").GetProperty("nodes").EnumerateArray(), row =>
                Assert.Equal(school.GetProperty("id").GetString(), row.GetProperty("school").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("projectFigures")]
    [InlineData("awardFigures")]
    [InlineData("paperFigures")]
    [InlineData("checkFigures")]
    [InlineData("habitFigures")]
    [InlineData("archiveFigures")]
    [InlineData("mentorCoverageFigures")]
    [InlineData("researchCoverageFigures")]
    [InlineData("overdueFigures")]
    public async Task A_principal_sees_the_own_school_a_teacher_nothing_and_both_no_sum_of_the_district(string list)
    {
        var ofSchool = await RowsAsync("principal", list, "", "scope school { name }");
        Assert.NotEmpty(ofSchool);
        Assert.Single(ofSchool.Select(row => row.GetRawText()).Distinct());
        Assert.All(ofSchool, row => Assert.False(IsDistrict(row)));
        Assert.Empty(await RowsAsync("teacher", list, "", "scope"));
    }

    [Theory]
    [InlineData("projectFigures", "[{ projectCount: DESC }]")]
    [InlineData("projectFigures", "[{ schoolYear: { startsOn: DESC } }, { value: ASC }]")]
    [InlineData("awardFigures", "[{ kind: ASC }, { awardCount: DESC }]")]
    [InlineData("awardFigures", "[]")]
    public async Task Pages_lead_through_all_rows_each_once(string list, string order)
    {
        string cursor = "null";
        var paged = new List<string>();
        for (var pages = 0; pages < 200; pages++)
        {
            var page = (await demo.DataAsync(Analyst, $"{{ {list}(first: 7, after: {cursor}, order: {order}) {{ nodes {{ {Everything(list)} }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty(list);
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(row => row.GetRawText()));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
        }

        var all = await RowsAsync(Analyst, list, $"order: {order}", Everything(list));
        Assert.Equal(all.Select(row => row.GetRawText()), paged);
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Fact]
    [Trait("Rule", "D8")]
    public async Task Awards_by_kind_level_and_grade_are_the_awards()
    {
        var figures = await RowsAsync(Analyst, "awardFigures", "where: { scope: { eq: DISTRICT }, kind: { neq: null } }", "kind level grade awardCount revokedCount");
        var all = await RowsAsync(Analyst, "awardFigures", "where: { scope: { eq: DISTRICT }, kind: { eq: null } }", "level grade awardCount");
        var awards = (await demo.DataAsync(Analyst, "{ awards(first: 1) { totalCount } revoked: awards(first: 1, where: { revokedOn: { neq: null } }) { totalCount } }"));
        int revoked = awards.GetProperty("revoked").GetProperty("totalCount").GetInt32();
        Assert.Equal(awards.GetProperty("awards").GetProperty("totalCount").GetInt32() - revoked, figures.Sum(row => row.GetProperty("awardCount").GetInt32()));
        Assert.Equal(revoked, figures.Sum(row => row.GetProperty("revokedCount").GetInt32()));
        Assert.Equal(figures.Sum(row => row.GetProperty("awardCount").GetInt32()), all.Sum(row => row.GetProperty("awardCount").GetInt32()));
    }

    [Fact]
    [Trait("Rule", "D1")]
    public async Task Mentor_coverage_is_what_the_list_of_teachers_says_today_and_on_a_past_day()
    {
        foreach (string on in new[] { "2026-11-16", "2025-11-16" })
        {
            var figure = Assert.Single(await RowsAsync(Analyst, "mentorCoverageFigures", $"on: \"{on}\", where: {{ scope: {{ eq: DISTRICT }}, grade: {{ eq: null }} }}", "day value needCount coveredCount gapCount serviceYearsWithMentor gradeBand"));
            Assert.Equal(on, figure.GetProperty("day").GetString());
            Assert.Equal(3m, Number(figure.GetProperty("serviceYearsWithMentor")));
            var teachers = (await demo.DataAsync(Analyst, $"{{ teachers(first: 500) {{ nodes {{ needsMentor(on: \"{on}\") }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty("teachers");
            var gap = Gap(teachers);
            if (teachers.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                gap += Gap((await demo.DataAsync(Analyst, $"{{ teachers(first: 500, after: {teachers.GetProperty("pageInfo").GetProperty("endCursor").GetRawText()}) {{ nodes {{ needsMentor(on: \"{on}\") }} }} }}")).GetProperty("teachers"));
            Assert.Equal(gap, figure.GetProperty("gapCount").GetInt32());
        }

        static int Gap(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Count(row => row.GetProperty("needsMentor").ValueKind == JsonValueKind.True);
    }

    [Fact]
    [Trait("Rule", "D6")]
    public async Task The_overdue_share_is_what_the_list_of_projects_says_on_the_day()
    {
        var figures = await RowsAsync(Analyst, "overdueFigures", "on: \"2027-08-01\", where: { scope: { eq: DISTRICT }, level: { neq: null } }", "overdueCount projectCount");
        var all = Assert.Single(await RowsAsync(Analyst, "overdueFigures", "on: \"2027-08-01\", where: { scope: { eq: DISTRICT }, level: { eq: null } }", "level overdueCount projectCount"));
        var projects = (await RowsAsync(Analyst, "researchProjects", "where: { state: { in: [APPROVED, RUNNING] } }", "isOverdue(on: \"2027-08-01\")")).ToList();
        Assert.Equal(projects.Count, figures.Sum(row => row.GetProperty("projectCount").GetInt32()));
        Assert.Equal(projects.Count(row => row.GetProperty("isOverdue").GetBoolean()), figures.Sum(row => row.GetProperty("overdueCount").GetInt32()));
        Assert.NotEqual(0, figures.Sum(row => row.GetProperty("overdueCount").GetInt32()));
        Assert.Equal(figures.Sum(row => row.GetProperty("overdueCount").GetInt32()), all.GetProperty("overdueCount").GetInt32());
        Assert.Equal(projects.Count, all.GetProperty("projectCount").GetInt32());
    }

    [Fact]
    [Trait("Rule", "D9")]
    public async Task A_week_of_a_grade_is_what_its_published_ranking_adds_up_to()
    {
        var weeks = await RowsAsync("principal", "checkFigures", "where: { grade: { neq: null } }", "week grade value numerator denominator sheetCount semester { id }");
        var rankings = await RowsAsync("principal", "checkPublications", "where: { period: { eq: WEEK }, isCurrent: { eq: true } }", "weekNumber grade semester { id } results(first: 100) { nodes { sheetCount total fullMarks } }");
        Assert.NotEmpty(rankings);
        Assert.All(rankings, ranking =>
        {
            var week = Assert.Single(weeks, row => row.GetProperty("week").GetRawText() == ranking.GetProperty("weekNumber").GetRawText()
                && row.GetProperty("grade").GetRawText() == ranking.GetProperty("grade").GetRawText() && row.GetProperty("semester").GetRawText() == ranking.GetProperty("semester").GetRawText());
            var results = ranking.GetProperty("results").GetProperty("nodes").EnumerateArray().ToList();
            Assert.Equal(results.Sum(result => result.GetProperty("sheetCount").GetInt32()), week.GetProperty("sheetCount").GetInt32());
            Assert.Equal(results.Sum(result => Number(result.GetProperty("fullMarks"))), Number(week.GetProperty("denominator")));
        });
    }

    [Theory]
    [InlineData("projectFigures", "schoolYear { startsOn } startingYear")]
    [InlineData("awardFigures", "schoolYear { startsOn } startingYear")]
    [InlineData("paperFigures", "semester { startsOn number schoolYear { startsOn } } startingYear semesterNumber")]
    [InlineData("archiveFigures", "semester { startsOn number schoolYear { startsOn } } startingYear semesterNumber")]
    public async Task A_period_is_named_by_the_year_in_which_the_school_year_begins(string list, string fields)
    {
        var rows = await RowsAsync(Analyst, list, "where: { startingYear: { eq: 2025 } }", fields);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            bool ofSemester = row.TryGetProperty("semester", out var semester);
            var year = (ofSemester ? semester : row).GetProperty("schoolYear");
            Assert.StartsWith("2025", year.GetProperty("startsOn").GetString(), StringComparison.Ordinal);
            if (ofSemester) Assert.Equal(semester.GetProperty("number").GetInt32(), row.GetProperty("semesterNumber").GetInt32());
        });
    }

    private static string Everything(string list) => list == "projectFigures"
        ? "scope district { id } school { id } schoolYear { id } level projectCount" : "scope district { id } school { id } schoolYear { id } kind level grade awardCount";

    private static bool IsDistrict(JsonElement row) => row.GetProperty("scope").GetString() == "DISTRICT";

    private static decimal Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? decimal.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetDecimal();

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string user, string list, string arguments, string fields) =>
        [.. (await demo.DataAsync(user, $"{{ {list}(first: 500{(arguments == "" ? "" : ", " + arguments)}) {{ nodes {{ {fields} }} }} }}")).GetProperty(list).GetProperty("nodes").EnumerateArray()];
}
