using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Organisation;

public sealed class TeacherDetailsTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public TeacherDetailsTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("TeacherDetails", StubAnswer.ReadFile("TeacherDetails"));
    }

    [Theory]
    [InlineData("zh-CN", "7年3个月", "2026年9月1日 至 2027年8月31日", "工作调动", "一级教师", "语文、道德与法治")]
    [InlineData("en", "7 years 3 months", "1 Sep 2026 – 31 Aug 2027", "Transfer", "First-grade teacher", "语文, 道德与法治")]
    public async Task A_teacher_shows_the_posts_of_all_years(string language, params string[] texts)
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.GetAsync("/teachers/VGVhY2hlcjox");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(texts, text => Assert.Contains(text, page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_leads_to_its_school_on_the_day_it_began()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/teachers/VGVhY2hlcjox");
        Assert.Contains("href=\"/schools/U2Nob29sOjI?on=2021-09-01\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_out_of_reach_is_not_found()
    {
        admin.Api.Answer("TeacherDetails", JsonNode.Parse("""{ "teacher": null }""")!);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/teachers/elsewhere")).Status);
    }
}
