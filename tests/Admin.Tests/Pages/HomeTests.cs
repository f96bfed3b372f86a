using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages;

public sealed class HomeTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public HomeTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("Home", StubAnswer.ReadFile("Home"));
    }

    [Fact]
    public async Task Home_says_who_and_how_far()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("周明远，您好", page.Html, StringComparison.Ordinal);
        Assert.Contains("今天是2026年11月16日", page.Html, StringComparison.Ordinal);
        Assert.Contains("年级组长", page.Html, StringComparison.Ordinal);
        Assert.Contains("薛城区 · 薛城区北临城小学 · 三年级", page.Html, StringComparison.Ordinal);
        Assert.Contains("3,187", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_newer_than_the_admin_is_shown_by_its_code()
    {
        var answer = StubAnswer.ReadFile("Home");
        answer["viewer"]!["roles"] = JsonNode.Parse("""[{ "role": "NIGHT_WATCH", "district": null, "school": null, "grade": null }]""");
        admin.Api.Answer("Home", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("NIGHT_WATCH", (await visitor.GetAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task Charts_are_drawn_from_tables_that_say_the_same()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/")).Html;
        Assert.Contains("薛城区教科研", page, StringComparison.Ordinal);
        Assert.Contains("data-chart=\"states\"", page, StringComparison.Ordinal);
        Assert.Contains("data-value=\"28\">28<", page, StringComparison.Ordinal);
        Assert.Contains("charts.js", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P13")]
    public async Task Coverage_and_overdue_projects_are_told_as_figures()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = (await visitor.GetAsync("/")).Html;
        Assert.Contains("of teachers take part (1,406 of 3,187)", page, StringComparison.Ordinal);
        Assert.Contains("overdue of 74 projects under way", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P13")]
    public async Task A_school_is_told_which_subjects_have_no_project()
    {
        var answer = StubAnswer.ReadFile("Home");
        var school = answer["schools"]!["nodes"]![0]!;
        school["researchCoverageFigures"] = JsonNode.Parse("""{ "nodes": [{ "teacherCount": 40, "participantCount": 12, "subjectCount": 12, "coveredSubjectCount": 1 }] }""");
        school["researchGroupsWithoutProject"] = JsonNode.Parse("""{ "nodes": [{ "name": "音乐组", "subject": { "name": "音乐" } }, { "name": "书法组", "subject": null }], "totalCount": 11 }""");
        answer["district"]!["nodes"] = new JsonArray();
        admin.Api.Answer("Home", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = WebUtility.HtmlDecode((await visitor.GetAsync("/")).Html);
        Assert.Matches(@"尚无课题：\s+音乐、书法组等 11 个学科", page);
        Assert.Contains("href=\"/research/targets#coverage\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_district_is_a_choice_and_one_that_is_not_seen_is_not_there()
    {
        using var visitor = await admin.VisitSignedInAsync();
        await visitor.GetAsync("/?district=370829");
        Assert.Equal("370829", (string?)admin.Api.LastVariables("Home")["district"]!["code"]!["eq"]);
        var answer = StubAnswer.ReadFile("Home");
        answer["district"]!["nodes"] = new JsonArray();
        admin.Api.Answer("Home", answer);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/?district=1")).Status);
    }

    [Fact]
    public async Task Who_reads_no_figures_has_a_home_without_charts()
    {
        var answer = StubAnswer.ReadFile("Home");
        answer["district"]!["nodes"] = new JsonArray();
        admin.Api.Answer("Home", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("charts.js", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_stands_first_with_the_way_to_all_of_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/")).Html;
        Assert.Contains("查看全部 24 项", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/research/reviews/UmV2aWV3OjE\"", page, StringComparison.Ordinal);
        var answer = StubAnswer.ReadFile("Home");
        answer["deskItems"] = JsonNode.Parse("""{ "nodes": [], "totalCount": 0 }""");
        admin.Api.Answer("Home", answer);
        Assert.Contains("没有待办事项。", (await visitor.GetAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_stands_there_with_the_way_to_all_of_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/")).Html;
        Assert.Contains("查看消息（3 条未读）", page, StringComparison.Ordinal);
        Assert.Contains("申请延期，请审批。", page, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/\"", page, StringComparison.Ordinal);
        var answer = StubAnswer.ReadFile("Home");
        answer["news"] = JsonNode.Parse("""{ "nodes": [], "totalCount": 0 }""");
        admin.Api.Answer("Home", answer);
        Assert.Contains("没有未读消息。", (await visitor.GetAsync("/")).Html, StringComparison.Ordinal);
    }
}
