using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Organisation;

public sealed class SchoolDetailsTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public SchoolDetailsTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("SchoolDetails", StubAnswer.ReadFile("SchoolDetails"));
    }

    [Fact]
    public async Task A_school_shows_its_classes_and_who_heads_them()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/schools/U2Nob29sOjE");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1>薛城区北临城小学</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("2026—2027学年", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/teachers/VGVhY2hlcjox\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("代理班主任", page.Html, StringComparison.Ordinal);
        Assert.Contains("空缺", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_date_it_is_the_APIs_today()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/schools/U2Nob29sOjE");
        Assert.Equal("2026-11-16", (string?)admin.Api.LastVariables("SchoolDetails")["on"]);
        Assert.Contains("2026年11月16日的班主任", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_date_the_API_is_asked_once_for_that_day()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var before = admin.Api.Questions.Count;
        var page = await visitor.GetAsync("/schools/U2Nob29sOjE?on=2024-03-01");
        Assert.Equal("2024-03-01", (string?)admin.Api.LastVariables("SchoolDetails")["on"]);
        Assert.Equal(before + 1, admin.Api.Questions.Count);
        Assert.Contains("1 Mar 2024", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("16.11.2026")]
    [InlineData("today")]
    public async Task A_date_that_is_none_is_refused(string date)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/schools/U2Nob29sOjE?on=" + date)).Status);
    }

    [Fact]
    public async Task A_school_out_of_reach_is_not_found()
    {
        admin.Api.Answer("SchoolDetails", JsonNode.Parse("""{ "school": null }""")!);
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.GetAsync("/schools/elsewhere");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("lies outside what you can see", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_year_without_classes_says_so()
    {
        var answer = StubAnswer.ReadFile("SchoolDetails");
        answer["school"]!["classes"] = JsonNode.Parse("""{ "nodes": [], "totalCount": 0 }""");
        admin.Api.Answer("SchoolDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/schools/U2Nob29sOjE");
        Assert.Contains("该日期没有班级", page.Html, StringComparison.Ordinal);
    }
}
