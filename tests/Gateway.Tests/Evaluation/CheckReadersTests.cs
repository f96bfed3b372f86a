using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Evaluation;

/// <summary>Who sees what of checks and results: the table of roles, row by row.</summary>
public sealed class CheckReadersTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private const string Question = """
        { checkSheets { totalCount } checkLines { totalCount } checkCorrections { totalCount } evaluationSchemes { totalCount }
          checkPublications { totalCount } checkResults { totalCount } classTitles { totalCount } semesterAssessments { totalCount }
          inspectorPosts { totalCount } }
        """;

    private const string Grade3 = "class_id in (select class_id from homeroom.class where grade = 3)";
    private const string Posts = "class_id in (select class_id from homeroom.inspector_post_class)";

    private const string Own = """
        class_id in (select a.class_id from homeroom.appointment a join access."grant" g using (teacher_id) join access.account c using (account_id) where c.user_name = 'teacher')
        """;

    public async ValueTask InitializeAsync() => await CheckRecords.AddAsync(demo.Database);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("analyst-370403")]
    [InlineData("moral-officer-370403")]
    [InlineData("principal")]
    [InlineData("leading-group")]
    [InlineData("moral-office")]
    [InlineData("client-homeroom")]
    public async Task Readers_of_the_area_see_all_of_the_school(string user) =>
        Assert.Equal(await CountsAsync("true", corrections: 1, schemes: 2, publications: "true", titles: 2, assessments: 2, posts: 1), await AskAsync(user));

    [Fact]
    public async Task A_grade_head_sees_the_grade_and_the_notice_board() =>
        Assert.Equal(
            await CountsAsync(Grade3, corrections: 1, schemes: 1, publications: "state = 'published' or grade = 3", titles: 2, assessments: 0, posts: 1),
            await AskAsync("grade-head"));

    [Fact]
    public async Task A_homeroom_teacher_sees_the_own_class_the_own_assessment_and_the_notice_board()
    {
        var corrections = await demo.Database.Owner.ScalarAsync<long>(
            $"select count(*) from homeroom.check_correction join homeroom.check_sheet s using (district_id, check_sheet_id) where {Own}");
        Assert.Equal(
            await CountsAsync(Own, corrections, schemes: 1, publications: "state = 'published'", titles: 2, assessments: 1, posts: 0),
            await AskAsync("teacher"));
    }

    [Theory]
    [InlineData("research-office")]
    [InlineData("academic-affairs")]
    public async Task Others_of_the_staff_see_the_notice_board(string user) =>
        Assert.Equal(
            await CountsAsync("false", corrections: 0, schemes: 1, publications: "state = 'published'", titles: 2, assessments: 0, posts: 0), await AskAsync(user));

    [Fact]
    public async Task An_inspector_s_post_sees_the_sheets_of_its_classes_and_the_scheme_in_use() =>
        Assert.Equal(
            await CountsAsync(Posts, corrections: 0, schemes: 1, publications: "false", titles: 0, assessments: 0, posts: 1), await AskAsync("post"));

    [Theory]
    [InlineData("client-papers")]
    [InlineData("auditor")]
    [InlineData("analyst-371723")]
    public async Task Nobody_else_sees_any_of_it(string user) =>
        Assert.Equal(
            await CountsAsync("false", corrections: 0, schemes: 0, publications: "false", titles: 0, assessments: 0, posts: 0), await AskAsync(user));

    /// <summary>It gives the inspector's role, which names a post.</summary>
    [Fact]
    public async Task A_platform_admin_sees_the_posts_and_nothing_that_they_entered() =>
        Assert.Equal(
            await CountsAsync("false", corrections: 0, schemes: 0, publications: "false", titles: 0, assessments: 0, posts: 1), await AskAsync("platform-admin"));

    [Fact]
    [Trait("Rule", "E3")]
    public async Task Lateness_is_visible()
    {
        var data = await demo.DataAsync("principal", """
            { checkPublications(where: { grade: { eq: 3 } }, order: [{ weekNumber: ASC }]) {
                nodes { weekNumber state isLate isCurrent dueOn publishedOn } }
              checkSheets(first: 1, order: [{ day: ASC }]) { nodes { day isLate total lineCount round { fullMarks } } } }
            """);
        Assert.Equal(
            """{"nodes":[{"weekNumber":1,"state":"PUBLISHED","isLate":true,"isCurrent":true,"dueOn":"2026-09-04","publishedOn":"2026-09-05"},{"weekNumber":2,"state":"DRAFT","isLate":true,"isCurrent":false,"dueOn":"2026-09-11","publishedOn":null}]}""",
            data.GetProperty("checkPublications").GetRawText());
        var sheet = data.GetProperty("checkSheets").GetProperty("nodes")[0];
        Assert.Equal("2026-09-01", sheet.GetProperty("day").GetString());
        Assert.False(sheet.GetProperty("isLate").GetBoolean());
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_foreign_sheet_and_a_missing_one_look_the_same()
    {
        const string One = "query($id: ID!) { checkSheet(id: $id) { day } node(id: $id) { id } }";
        var id = (await demo.DataAsync("principal", "{ checkSheets(first: 1) { nodes { id } } }"))
            .GetProperty("checkSheets").GetProperty("nodes")[0].GetProperty("id").GetString();
        Assert.NotEqual("""{"checkSheet":null,"node":null}""", (await demo.DataAsync("principal", One, new { id })).GetRawText());
        Assert.Equal("""{"checkSheet":null,"node":null}""", (await demo.DataAsync("analyst-371723", One, new { id })).GetRawText());
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_line_has_an_id_of_its_own_whatever_its_partition()
    {
        var line = (await demo.DataAsync("principal", "{ checkLines(first: 1) { nodes { id points item { code } sheet { day } } } }"))
            .GetProperty("checkLines").GetProperty("nodes")[0];
        var again = await demo.DataAsync(
            "principal", "query($id: ID!) { node(id: $id) { ... on CheckLine { id points item { code } sheet { day } } } }", new { id = line.GetProperty("id").GetString() });
        Assert.Equal(line.GetRawText(), again.GetProperty("node").GetRawText());
    }

    private async Task<string> AskAsync(string user)
    {
        var data = await demo.DataAsync(user, Question);
        return string.Join(' ', data.EnumerateObject().Select(list => list.Value.GetProperty("totalCount").GetInt32()));
    }

    private async Task<string> CountsAsync(string sheets, long corrections, long schemes, string publications, long titles, long assessments, long posts)
    {
        var owner = demo.Database.Owner;
        return string.Join(
            ' ',
            await owner.ScalarAsync<long>($"select count(*) from homeroom.check_sheet where {sheets}"),
            await owner.ScalarAsync<long>($"select count(*) from homeroom.check_line join homeroom.check_sheet using (district_id, check_sheet_id) where {sheets}"),
            corrections,
            schemes,
            await owner.ScalarAsync<long>($"select count(*) from homeroom.check_publication where {publications}"),
            await owner.ScalarAsync<long>($"select count(*) from homeroom.check_result join homeroom.check_publication using (district_id, check_publication_id) where {publications}"),
            titles,
            assessments,
            posts);
    }
}
