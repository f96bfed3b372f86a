using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Awards;

/// <summary>The pages of awards: list with exports, an award, its revocation (rules W1, W3, W4).</summary>
public sealed class AwardPagesTests : IClassFixture<AdminFixture>
{
    private const string Award = "/awards/QXdhcmQ6MQ";

    private readonly AdminFixture admin;

    public AwardPagesTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "AwardList", "AwardDetails" }) admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        admin.Api.AnswerDone("RevokeAward");
        admin.Api.ExportAnswer = new(200, new JsonObject());
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task The_list_shows_awards_with_level_and_number_and_every_export()
    {
        const string Filter = "kind=EXCELLENT_PAPER&level=CITY&grade=FIRST&year=2025-09-01--2026-09-01&school=U2Nob29sOjE&status=revoked&order=-level";
        var page = (await OpenAsync("/awards?q=%E6%9D%8E&" + Filter)).Html;
        Assert.Contains("符合条件的共 43 项", page, StringComparison.Ordinal);
        Assert.Contains("市级 · 一等奖", page, StringComparison.Ordinal);
        Assert.Contains("1001YB202600012", page, StringComparison.Ordinal);
        var address = "q=%E6%9D%8E&" + Filter;
        Assert.All(ExportFormats.OfLists, format => Assert.Contains(
            $"href=\"/awards/export?format={format}&amp;{address.Replace("&", "&amp;", StringComparison.Ordinal)}\"", page, StringComparison.Ordinal));
        Assert.Contains($"href=\"/awards?{address.Replace("&", "&amp;", StringComparison.Ordinal)}&amp;after=ZW5k\"", page, StringComparison.Ordinal);
        AssertVariables("AwardList", """
            { "first": 20, "order": [{ "level": "DESC" }], "where": {
                "kind": { "eq": "EXCELLENT_PAPER" }, "level": { "eq": "CITY" }, "grade": { "eq": "FIRST" }, "isValid": { "eq": false },
                "grantedOn": { "gte": "2025-09-01", "lt": "2026-09-01" }, "school": { "id": { "eq": "U2Nob29sOjE" } },
                "or": [{ "name": { "contains": "李" } }, { "title": { "contains": "李" } }, { "number": { "startsWith": "李" } }] } }
            """);
    }

    [Fact]
    public async Task Without_a_filter_the_newest_come_first_and_none_is_said_kindly()
    {
        var page = (await OpenAsync("/awards?before=c3RhcnQ")).Html;
        AssertVariables("AwardList", """{ "last": 20, "before": "c3RhcnQ", "order": [{ "grantedOn": "DESC" }] }""");
        Assert.Equal(1, page.Split("2025—2026学年</option>").Length - 1);
        var none = StubAnswer.ReadFile("AwardList");
        (none["awards"]!["nodes"], none["awards"]!["totalCount"]) = (new JsonArray(), 0);
        admin.Api.Answer("AwardList", none);
        Assert.Contains("暂无获奖", (await OpenAsync("/awards")).Html, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的获奖", (await OpenAsync("/awards?q=x")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "V4")]
    public async Task An_export_is_the_whole_list_by_its_registered_document()
    {
        Assert.Equal("as xlsx", (await OpenAsync("/awards/export?format=xlsx&kind=MODEL_CLASS")).Html);
        AssertVariables("AwardExport", """{ "order": [{ "grantedOn": "DESC" }], "where": { "kind": { "eq": "MODEL_CLASS" } } }""");
        Assert.Equal((AwardOperations.Export.Id, null), (admin.Api.Questions.Last().DocumentId, admin.Api.Questions.Last().Text));
    }

    [Theory]
    [InlineData("/awards?kind=BEST")]
    [InlineData("/awards?level=WORLD")]
    [InlineData("/awards?grade=4")]
    [InlineData("/awards?year=2026")]
    [InlineData("/awards?year=2026-09-01--2025-09-01")]
    [InlineData("/awards?status=lost")]
    [InlineData("/awards?order=points")]
    [InlineData("/awards?after=a&before=b")]
    [InlineData("/awards/export?format=bibtex")]
    [InlineData("/awards/export")]
    public Task What_does_not_exist_is_a_bad_request(string address) => OpenAsync(address, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(Award)]
    [InlineData(Award + "/revoke")]
    public async Task An_award_that_is_not_seen_is_not_found(string address)
    {
        ChangeAward(answer => answer["award"] = null);
        await OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task An_award_shows_by_whom_with_which_number_and_what_it_gave()
    {
        var page = (await OpenAsync(Award)).Html;
        foreach (var text in new[] { "张桂英：2.5 分", "周校长", "1001YB202600012", "2026年11月6日 至 2026年11月13日", $"href=\"{Award}/revoke\"", "href=\"/teachers/VGVhY2hlcjox\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);

        ChangeAward(answer =>
        {
            (answer["award"]!["revokedOn"], answer["award"]!["revocationReason"]) = ("2026-11-20", "材料不实");
            answer["award"]!["rewardPointEntries"]!["nodes"]![0]!["corrections"]!["nodes"] =
                new JsonArray(new JsonObject { ["id"] = "c", ["points"] = -2.5, ["enteredOn"] = "2026-11-20" });
        });
        page = (await OpenAsync(Award + "?done=revoked")).Html;
        foreach (var text in new[] { "该奖项已于 2026年11月20日 撤销。", "撤销原因：材料不实", "2026年11月20日 扣回 2.5 分", "奖项已撤销，积分已扣回。" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Award + "/revoke", page, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "W3")]
    [InlineData(false, "CLOSED")]
    [InlineData(true, "VOTING")]
    public async Task Who_does_not_approve_grants_revokes_none(bool isGrantingBody, string state)
    {
        ChangeAward(answer =>
        {
            answer["award"]!["nomination"]!["round"]!["viewerIsGrantingBody"] = isGrantingBody;
            answer["award"]!["nomination"]!["round"]!["state"] = state;
        });
        await OpenAsync(Award + "/revoke", HttpStatusCode.Forbidden);
        Assert.DoesNotContain(Award + "/revoke", (await OpenAsync(Award)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_revocation_says_why_and_leads_back_to_the_award()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var asked = admin.Api.Questions.Count(question => question.Operation == "RevokeAward");
        var without = await visitor.SubmitAsync(Award + "/revoke", Award + "/revoke", ("key", "k"), ("reason", " "));
        Assert.Contains("请填写撤销原因。", without.Html, StringComparison.Ordinal);
        Assert.Equal(asked, admin.Api.Questions.Count(question => question.Operation == "RevokeAward"));

        var done = await visitor.SubmitAsync(Award + "/revoke", Award + "/revoke", ("key", "k"), ("reason", "材料不实"));
        Assert.Equal((HttpStatusCode.Redirect, Award + "?done=revoked"), (done.Status, done.Location));
        AssertVariables("RevokeAward", """{ "input": { "awardId": "QXdhcmQ6MQ", "reason": "材料不实", "idempotencyKey": "k" } }""");

        admin.Api.AnswerDone("RevokeAward", new JsonObject
        {
            ["message"] = "The award was revoked. 该奖项已撤销。", ["code"] = "STEP_TAKEN", ["takenBy"] = "周校长", ["takenAt"] = "2026-11-20T02:00:00Z", ["path"] = new JsonArray(),
        });
        var refused = await visitor.SubmitAsync(Award + "/revoke", Award + "/revoke", ("key", "k"), ("reason", "材料不实"));
        Assert.Contains("该奖项已撤销。", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Award + "/revoke", Award + "/revoke", ("reason", "材料不实"))).Status);
    }

    private void ChangeAward(Action<JsonNode> change)
    {
        var answer = StubAnswer.ReadFile("AwardDetails");
        change(answer);
        admin.Api.Answer("AwardDetails", answer);
    }

    private async Task<PageAnswer> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(expected, page.Status);
        return page;
    }

    private void AssertVariables(string operation, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), admin.Api.LastVariables(operation)), admin.Api.LastVariables(operation).ToJsonString());
}
