using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Archive;

[Trait("Rule", "V3")]
public sealed class AuditTrailTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public AuditTrailTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("AuditTrail", StubAnswer.ReadFile("AuditTrail"));
    }

    [Theory]
    [InlineData("zh-CN", "2026年11月16日 09:30:05", "学校", "修改", "名称、启用日期", "数据导入", "命令行")]
    [InlineData("en", "16 Nov 2026, 09:30:05", "School", "Changed", "Name, Since", "Import", "Command line")]
    public async Task The_list_tells_who_changed_what_when_and_from_where(string language, params string[] texts)
    {
        var page = await OpenAsync("/audit", language);
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("192.0.2.7", page, StringComparison.Ordinal);
        Assert.Contains("李建国 (office@370403)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0198f3a2-5f53-7c11-9d1e-0242ac120002", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_and_a_column_without_a_name_are_shown_raw()
    {
        var page = await OpenAsync("/audit");
        Assert.Contains("access.unheard_of", page, StringComparison.Ordinal);
        Assert.Contains("unheard_of", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_filter_the_newest_twenty_are_asked_for()
    {
        await OpenAsync("/audit?from=&to=&actor=&table=&operation=");
        AssertVariables("""{ "first": 20 }""");
    }

    [Fact]
    public async Task Days_are_those_of_the_schools_and_the_last_one_counts()
    {
        await OpenAsync("/audit?from=2026-11-01&to=2026-11-16&actor=import&table=homeroom.teacher&operation=UPDATE&after=ZW5k");
        AssertVariables("""
            { "first": 20, "after": "ZW5k", "where": {
                "at": { "gte": "2026-11-01T00:00:00+08:00", "lt": "2026-11-17T00:00:00+08:00" },
                "tableName": { "eq": "homeroom.teacher" }, "operation": { "eq": "UPDATE" }, "or": [{ "actor": { "eq": "import" } }, { "actorName": { "eq": "import" } }] } }
            """);
    }

    [Fact]
    public async Task The_trail_of_a_record_shows_only_what_changed_before_and_after()
    {
        var page = await OpenAsync("/audit?record=U2Nob29sOjE", "en");
        AssertVariables("""{ "first": 20, "where": { "record": { "eq": "U2Nob29sOjE" } } }""");
        Assert.Contains("School 薛城区北临城小学", page, StringComparison.Ordinal);
        Assert.Contains("<del>北临城小学</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>薛城区北临城小学</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<del>1 Sep 2021</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>No</ins>", page, StringComparison.Ordinal);
        Assert.Contains("14 Nov 2026, 07:15:00", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Status<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("district_id", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Started work on<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_global_id_has_its_trail_by_table_and_key()
    {
        Assert.Contains("href=\"/audit?table=access.unheard_of&amp;row=42\"", await OpenAsync("/audit"), StringComparison.Ordinal);
        await OpenAsync("/audit?table=access.unheard_of&row=42");
        AssertVariables("""{ "first": 20, "where": { "tableName": { "eq": "access.unheard_of" }, "rowId": { "eq": "42" } } }""");
    }

    [Fact]
    public async Task The_pages_of_a_filter_keep_it()
    {
        Assert.Contains("href=\"/audit?actor=import&amp;after=ZW5k\"", await OpenAsync("/audit?actor=import"), StringComparison.Ordinal);
        await OpenAsync("/audit?actor=import&before=c3RhcnQ");
        AssertVariables("""{ "last": 20, "before": "c3RhcnQ", "where": { "or": [{ "actor": { "eq": "import" } }, { "actorName": { "eq": "import" } }] } }""");
    }

    [Theory]
    [InlineData("/audit", "暂无变更")]
    [InlineData("/audit?operation=DELETE", "没有符合条件的变更")]
    [InlineData("/audit?record=U2Nob29sOjE", "没有该记录的变更")]
    public async Task Where_nothing_happened_it_says_so(string address, string text)
    {
        var answer = StubAnswer.ReadFile("AuditTrail");
        answer["auditEntries"]!["nodes"] = new JsonArray();
        answer["auditEntries"]!["pageInfo"] = JsonNode.Parse("""{ "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null }""");
        admin.Api.Answer("AuditTrail", answer);
        Assert.Contains(text, await OpenAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_said_and_not_asked()
    {
        var before = admin.Api.Questions.Count(question => question.Operation == "AuditTrail");
        Assert.Contains("结束日期早于开始日期", await OpenAsync("/audit?from=2026-11-16&to=2026-11-01"), StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == "AuditTrail"));
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("operation=TRUNCATE")]
    [InlineData("row=5")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/audit?" + query)).Status);
    }

    [Fact]
    public async Task Who_is_no_auditor_is_told_so_and_sees_no_empty_log()
    {
        var answer = StubAnswer.ReadFile("AuditTrail");
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "PRINCIPAL" });
        admin.Api.Answer("AuditTrail", answer);
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("You may not see this", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/schools/U2Nob29sOjE?on=2026-11-16", "/audit?record=U2Nob29sOjE")]
    [InlineData("/teachers/VGVhY2hlcjox", "/audit?record=VGVhY2hlcjox")]
    [InlineData("/", "/audit")]
    public async Task An_auditor_finds_the_way_there_and_nobody_else(string address, string trail)
    {
        Assert.Contains($"href=\"{trail}\"", await OpenAsync(address), StringComparison.Ordinal);

        var viewer = StubAnswer.ReadFile("Viewer");
        viewer["viewer"]!["roles"] = new JsonArray();
        admin.Api.Answer("Viewer", viewer);
        Assert.DoesNotContain("/audit", await OpenAsync(address), StringComparison.Ordinal);
        admin.Api.Answer("Viewer", StubAnswer.ReadFile("Viewer"));
    }

    private async Task<string> OpenAsync(string address, string language = "zh-CN")
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html;
    }

    private void AssertVariables(string expected)
    {
        var asked = admin.Api.LastVariables("AuditTrail");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
