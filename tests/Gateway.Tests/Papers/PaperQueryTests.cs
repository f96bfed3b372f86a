using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Papers;

/// <summary>What is asked of papers and their files, and who sees them (rules R1, R2, V2).</summary>
public sealed class PaperQueryTests(ResearchStory story) : IClassFixture<ResearchStory>
{
    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_paper_is_found_by_its_DOI_however_it_is_written()
    {
        await story.Papers.WriteAsync("有编号的论文", "2026-10-08", [("甲", story.Teachers[0]), ("外校人", null)], ["德育", "家校共育"], "10.1000/Home.1");
        const string query = """
            query($doi: String!) { paperByDoi(doi: $doi) { title doi firstAuthor semester { number } school { code }
              authors { nodes { position name teacher { id } } } keywords { nodes { keyword } } } }
            """;
        var paper = (await story.DataAsync("research-office", query, new { doi = "https://doi.org/10.1000/HOME.1" })).GetProperty("paperByDoi");
        Assert.Equal("10.1000/home.1", paper.GetProperty("doi").GetString());
        Assert.Equal("甲", paper.GetProperty("firstAuthor").GetString());
        Assert.Equal(1, paper.GetProperty("semester").GetProperty("number").GetInt32());
        Assert.Equal("""[{"keyword":"德育"},{"keyword":"家校共育"}]""", paper.GetProperty("keywords").GetProperty("nodes").GetRawText());
        Assert.Equal(["甲", "外校人"], paper.GetProperty("authors").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("name").GetString()));

        const string search = """{ papers(where: {keywords: {some: {keyword: {eq: "家校共育"}}}, semester: {number: {eq: 1}}}) { nodes { title } } }""";
        Assert.Equal("""{"papers":{"nodes":[{"title":"有编号的论文"}]}}""", (await story.DataAsync("research-office", search)).GetRawText());
    }

    [Theory]
    [InlineData("leader", 1)]
    [InlineData("stranger", 0)]
    [InlineData("moral-office", 1)]
    [InlineData("research-office", 1)]
    [InlineData("principal", 1)]
    [InlineData("academic-affairs", 0)]
    [InlineData("grade-head", 0)]
    [InlineData("analyst-370403", 1)]
    [InlineData("analyst-371723", 0)]
    [InlineData("papers-client", 1)]
    [InlineData("projects-client", 0)]
    [InlineData("platform-admin", 0)]
    public async Task A_paper_and_its_file_are_seen_by_readers_and_authors(string user, int seen)
    {
        string title = $"随文件的论文 {user}";
        await story.Papers.WriteAsync(title, "2026-10-08", [("甲", story.Teachers[0])], document: await story.Records.DocumentAsync($"{title}.pdf"));
        const string query = """
            query($title: String!, $file: String!) { papers(where: {title: {eq: $title}}) { totalCount } documents(where: {fileName: {eq: $file}}) { totalCount } }
            """;
        var variables = new { title, file = $"{title}.pdf" };
        string answer = (await story.DataAsync(user, query, variables)).GetRawText();
        Assert.Equal($$$"""{"papers":{"totalCount":{{{seen}}}},"documents":{"totalCount":{{{seen}}}}}""", answer);
        Assert.Equal(await story.Demo.AskWithoutWallTwoAsync(user, query, variables), await story.Demo.AskAsync(user, query, variables));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_file_of_a_running_project_is_not_seen_with_its_papers()
    {
        const string query = """{ researchMilestones { nodes { document { fileName } } } documents(where: {fileName: {eq: "报告.pdf"}}) { totalCount } }""";
        Assert.Equal("""{"researchMilestones":{"nodes":[]},"documents":{"totalCount":0}}""", (await story.DataAsync("moral-office", query)).GetRawText());
        Assert.Equal("""{"researchMilestones":{"nodes":[{"document":{"fileName":"报告.pdf"}}]},"documents":{"totalCount":1}}""",
            (await story.DataAsync("other-leader", query)).GetRawText());
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Who_has_written_no_paper_in_the_semester_is_a_query()
    {
        var author = story.Teachers[1];
        var number = await story.Database.Owner.ScalarAsync<string>("select staff_number from homeroom.teacher where teacher_id = $1", author);
        const string query = """
            query($number: String!) { teacherByStaffNumber(staffNumber: $number) { semesterPaperCount hasSemesterPapers then: hasSemesterPapers(on: "2026-05-10") }
              missing: teachers(where: {hasSemesterPapers: {eq: false}, staffNumber: {eq: $number}}) { totalCount } }
            """;
        Assert.Equal(
            """{"teacherByStaffNumber":{"semesterPaperCount":0,"hasSemesterPapers":false,"then":false},"missing":{"totalCount":1}}""",
            (await story.DataAsync("moral-office", query, new { number })).GetRawText());
        await story.Papers.WriteAsync("只知年份", "2026-01-01", [("乙", author)], precision: "year");
        await story.Papers.WriteAsync("上学期的", "2026-05-01", [("外校人", null), ("乙", author)], precision: "month");
        Assert.Equal(
            """{"teacherByStaffNumber":{"semesterPaperCount":0,"hasSemesterPapers":false,"then":true},"missing":{"totalCount":1}}""",
            (await story.DataAsync("moral-office", query, new { number })).GetRawText());
        await story.Papers.WriteAsync("本学期的", "2026-11-10", [("乙", author)]);
        Assert.Equal(
            """{"teacherByStaffNumber":{"semesterPaperCount":1,"hasSemesterPapers":true,"then":true},"missing":{"totalCount":0}}""",
            (await story.DataAsync("moral-office", query, new { number })).GetRawText());
    }
}
