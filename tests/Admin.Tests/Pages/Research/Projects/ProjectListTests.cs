using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Projects;

public sealed class ProjectListTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public ProjectListTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ProjectList", StubAnswer.ReadFile("ProjectList"));
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task The_list_shows_where_projects_stand_and_which_are_overdue()
    {
        var page = await OpenAsync("/research/projects");
        Assert.Contains("共 128 个课题", page, StringComparison.Ordinal);
        Assert.Contains("小学高年级整本书阅读中批注策略的实践研究", page, StringComparison.Ordinal);
        Assert.Contains("市级重点规划课题", page, StringComparison.Ordinal);
        Assert.Contains("退回修改", page, StringComparison.Ordinal);
        Assert.Contains("已超期", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_query_the_newest_twenty_are_asked_for()
    {
        await OpenAsync("/research/projects");
        AssertVariables("""{ "first": 20, "order": [{ "createdOn": "DESC" }] }""");
    }

    [Fact]
    public async Task The_address_holds_filter_order_and_place()
    {
        await OpenAsync("/research/projects?state=IN_REVIEW&level=CITY_KEY&subject=YW&leader=%E7%8E%8B&school=U2Nob29sOjE&overdue=true&order=due&after=ZW5k");
        AssertVariables("""
            { "first": 20, "after": "ZW5k", "order": [{ "dueOn": "ASC" }],
              "where": {
                "state": { "eq": "IN_REVIEW" }, "level": { "eq": "CITY_KEY" }, "isOverdue": { "eq": true }, "subject": { "code": { "eq": "YW" } },
                "school": { "id": { "eq": "U2Nob29sOjE" } }, "leadingMember": { "name": { "contains": "王" } } } }
            """);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Unfinished_is_a_choice_among_the_states()
    {
        var page = await OpenAsync("/research/projects?state=UNFINISHED&order=-late");
        AssertVariables("""{ "first": 20, "order": [{ "overdueTaskCount": "DESC" }], "where": { "isUnfinished": { "eq": true } } }""");
        Assert.Matches("<option value=\"UNFINISHED\" selected", page);
    }

    [Fact]
    public async Task Words_are_answered_best_first_unless_an_order_is_chosen()
    {
        await OpenAsync("/research/projects?q=%E9%98%85%E8%AF%BB");
        AssertVariables("""{ "first": 20, "search": "阅读" }""");
        await OpenAsync("/research/projects?q=%E9%98%85%E8%AF%BB&order=leader");
        AssertVariables("""{ "first": 20, "search": "阅读", "order": [{ "leader": { "pinyin": "ASC" } }] }""");
    }

    [Fact]
    public async Task Next_and_previous_keep_filter_and_order()
    {
        var page = await OpenAsync("/research/projects?level=COUNTY&order=due");
        Assert.Contains("href=\"/research/projects?level=COUNTY&amp;order=due&amp;after=ZW5k\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/research/projects?level=COUNTY&amp;order=due&amp;before=c3RhcnQ\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/research/projects?level=COUNTY&amp;order=-due\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_that_districts_share_is_offered_once_and_one_school_is_no_choice()
    {
        var answer = StubAnswer.ReadFile("ProjectList");
        answer["schools"]!["nodes"]!.AsArray().RemoveAt(1);
        admin.Api.Answer("ProjectList", answer);
        var page = await OpenAsync("/research/projects");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<option value=\"YW\""));
        Assert.DoesNotContain("id=\"school\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/research/projects", "暂无课题")]
    [InlineData("/research/projects?overdue=true", "没有符合条件的课题")]
    public async Task An_empty_list_says_why(string address, string text)
    {
        var answer = StubAnswer.ReadFile("ProjectList");
        answer["researchProjects"] = JsonNode.Parse("""
            { "nodes": [], "totalCount": 0, "pageInfo": { "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null } }
            """);
        admin.Api.Answer("ProjectList", answer);
        Assert.Contains(text, await OpenAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=LOST")]
    [InlineData("level=1")]
    [InlineData("order=colour")]
    [InlineData("overdue=perhaps")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/research/projects?" + query)).Status);
    }

    [Fact]
    public async Task Htmx_is_told_the_address_without_empty_fields()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/research/projects?q=abc&state=&level=&subject=&leader=&order=due", htmx: true);
        Assert.Equal("/research/projects?q=abc&order=due", page.Headers["HX-Push-Url"]);
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        admin.Api.Answer("ProjectList", _ => StubAnswer.Error(403, "FORBIDDEN"));
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/research/projects")).Status);
    }

    private async Task<string> OpenAsync(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html;
    }

    private void AssertVariables(string expected)
    {
        var asked = admin.Api.LastVariables("ProjectList");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
