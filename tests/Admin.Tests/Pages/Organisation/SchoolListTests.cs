using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Organisation;

public sealed class SchoolListTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public SchoolListTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("SchoolList", StubAnswer.ReadFile("SchoolList"));
    }

    [Fact]
    public async Task The_list_shows_schools_with_their_figures()
    {
        var page = await OpenAsync("/schools");
        Assert.Contains("共 46 所学校", page, StringComparison.Ordinal);
        Assert.Contains("薛城区北临城小学", page, StringComparison.Ordinal);
        Assert.Contains("3137040301", page, StringComparison.Ordinal);
        Assert.Contains("九年一贯制", page, StringComparison.Ordinal);
        Assert.Contains("已停办", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_query_the_first_twenty_by_pinyin_are_asked_for()
    {
        await OpenAsync("/schools");
        AssertVariables("""{ "first": 20, "order": [{ "pinyin": "ASC" }] }""");
    }

    [Fact]
    public async Task The_address_holds_filter_order_and_place()
    {
        await OpenAsync("/schools?q=%E8%96%9B%E5%9F%8E&stage=NINE_YEAR&status=ACTIVE&district=370403&order=-classes&after=ZW5k");
        AssertVariables("""
            { "first": 20, "after": "ZW5k", "order": [{ "classCount": "DESC" }],
              "where": {
                "or": [{ "name": { "contains": "薛城" } }, { "code": { "contains": "薛城" } }, { "pinyin": { "startsWith": "薛城" } }],
                "stage": { "eq": "NINE_YEAR" }, "status": { "eq": "ACTIVE" }, "district": { "code": { "eq": "370403" } } } }
            """);
    }

    [Fact]
    public async Task The_page_before_asks_backwards()
    {
        await OpenAsync("/schools?before=c3RhcnQ&order=code");
        AssertVariables("""{ "last": 20, "before": "c3RhcnQ", "order": [{ "code": "ASC" }] }""");
    }

    [Fact]
    public async Task Fields_of_the_form_left_empty_count_as_absent()
    {
        await OpenAsync("/schools?q=&stage=&status=&district=&order=");
        AssertVariables("""{ "first": 20, "order": [{ "pinyin": "ASC" }] }""");
    }

    [Fact]
    public async Task Next_and_previous_keep_filter_and_order()
    {
        var page = await OpenAsync("/schools?stage=PRIMARY&order=-teachers");
        Assert.Contains("href=\"/schools?stage=PRIMARY&amp;order=-teachers&amp;after=ZW5k\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/schools?stage=PRIMARY&amp;order=-teachers&amp;before=c3RhcnQ\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_order_keeps_the_filter_and_starts_over()
    {
        var page = await OpenAsync("/schools?stage=PRIMARY&order=-teachers&after=ZW5k");
        Assert.Contains("href=\"/schools?stage=PRIMARY&amp;order=teachers\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/schools?stage=PRIMARY&amp;order=-classes\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_district_there_is_nothing_to_choose()
    {
        Assert.Contains("id=\"district\"", await OpenAsync("/schools"), StringComparison.Ordinal);
        var answer = StubAnswer.ReadFile("SchoolList");
        answer["districts"]!["nodes"] = new JsonArray(new JsonObject { ["code"] = "370403", ["name"] = "薛城区" });
        admin.Api.Answer("SchoolList", answer);
        Assert.DoesNotContain("id=\"district\"", await OpenAsync("/schools"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/schools", "暂无学校")]
    [InlineData("/schools?q=x", "没有符合条件的学校")]
    public async Task An_empty_list_says_why(string address, string text)
    {
        admin.Api.Answer("SchoolList", JsonNode.Parse("""
            { "schools": { "nodes": [], "totalCount": 0,
                "pageInfo": { "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null } },
              "districts": { "nodes": [] } }
            """)!);
        Assert.Contains(text, await OpenAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stage=KINDERGARTEN")]
    [InlineData("status=1")]
    [InlineData("order=colour")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/schools?" + query)).Status);
    }

    [Fact]
    public async Task Htmx_is_told_the_address_without_empty_fields()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync("/schools?q=abc&stage=&status=&order=code", htmx: true);
        Assert.Equal("/schools?q=abc&order=code", page.Headers["HX-Push-Url"]);
    }

    [Fact]
    public async Task Text_is_shown_as_text()
    {
        var page = await OpenAsync("/schools?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
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
        var asked = admin.Api.LastVariables("SchoolList");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
