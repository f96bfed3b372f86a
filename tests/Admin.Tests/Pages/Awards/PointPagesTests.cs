using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Awards;

/// <summary>Points, their ledger, reward rules, and the form of other bodies' awards (rules W1, W4).</summary>
public sealed class PointPagesTests : IClassFixture<AdminFixture>
{
    private static readonly (string, string)[] Award =
    [
        ("key", "k"), ("school", "U2Nob29sOjE"), ("kind", "EXCELLENT_PAPER"), ("teacher", "VGVhY2hlcjox"), ("class", ""), ("paper", "UGFwZXI6MQ"), ("level", "CITY"), ("grade", "FIRST"),
        ("title", ""), ("number", "市教科〔2026〕17号"), ("issuer", "市教育科学研究院"), ("grantedOn", "2026-10-20"),
    ];

    private static readonly (string, string)[] Rule =
        [("key", "k"), ("holder", "schoolId:U2Nob29sOjE"), ("awardKind", "MODEL_CLASS"), ("level", "SCHOOL"), ("grade", "NONE"), ("points", "1.5"), ("startsOn", "2027-03-01"), ("note", "")];

    private readonly AdminFixture admin;

    public PointPagesTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "AwardForm", "PointList", "PointLedger", "RewardRuleList" }) admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        foreach (var operation in new[] { "RecordOutsideAward", "SetRewardRule", "EndRewardRule" }) admin.Api.AnswerDone(operation);
    }

    [Fact]
    [Trait("Rule", "W4")]
    public async Task Teachers_stand_with_the_sum_of_their_points_and_the_way_to_their_ledger()
    {
        var page = (await OpenAsync("/awards/points?school=U2Nob29sOjE")).Html;
        foreach (var text in new[]
        {
            "共 61 位教师", "12.5", "href=\"/awards/points/VGVhY2hlcjox\"", "我的积分", "href=\"/awards/points?school=U2Nob29sOjE&amp;after=ZW5k\"",
            "href=\"/awards/points/export?format=csv&amp;school=U2Nob29sOjE\"",
        })
            Assert.Contains(text, page, StringComparison.Ordinal);
        AssertVariables("PointList", """{ "first": 50, "where": { "rewardPointEntries": { "any": true }, "school": { "id": { "eq": "U2Nob29sOjE" } } } }""");
    }

    [Fact]
    [Trait("Rule", "W4")]
    public async Task A_ledger_shows_what_was_given_and_what_was_taken_back()
    {
        var page = (await OpenAsync("/awards/points/VGVhY2hlcjox")).Html;
        foreach (var text in new[] { "合计 2.5 分", "+6", "-6", "冲销 2026年10月8日 的分录", "已撤销", "href=\"/awards/QXdhcmQ6MQ\"", "export?format=xlsx&amp;teacher=VGVhY2hlcjox" })
            Assert.Contains(text, WebUtility.HtmlDecode(page).Replace("&teacher", "&amp;teacher", StringComparison.Ordinal), StringComparison.Ordinal);
        var nobody = StubAnswer.ReadFile("PointLedger");
        nobody["teacher"] = null;
        admin.Api.Answer("PointLedger", nobody);
        await OpenAsync("/awards/points/VGVhY2hlcjox", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/awards/points?after=a&before=b")]
    [InlineData("/awards/points/VGVhY2hlcjox?after=a&before=b")]
    [InlineData("/awards/points/export?format=bibtex")]
    [InlineData("/awards/rules?kind=BEST")]
    [InlineData("/awards/rules?inForce=no")]
    [InlineData("/awards/rules?after=a&before=b")]
    public Task What_does_not_exist_is_a_bad_request(string address) => OpenAsync(address, HttpStatusCode.BadRequest);

    [Fact]
    [Trait("Rule", "V4")]
    public async Task Entries_are_exported_whole()
    {
        admin.Api.ExportAnswer = new(200, new JsonObject());
        Assert.Equal("as jsonl", (await OpenAsync("/awards/points/export?format=jsonl&teacher=VGVhY2hlcjox")).Html);
        AssertVariables("PointExport", """{ "where": { "teacher": { "id": { "eq": "VGVhY2hlcjox" } } } }""");
        await OpenAsync("/awards/points/export?format=csv");
        AssertVariables("PointExport", "{}");
    }

    [Fact]
    [Trait("Rule", "W4")]
    public async Task Rules_are_listed_with_their_periods_set_from_a_day_and_ended()
    {
        var page = (await OpenAsync("/awards/rules?kind=EXCELLENT_PAPER&inForce=true")).Html;
        AssertVariables("RewardRuleList", """{ "first": 50, "where": { "kind": { "eq": "EXCELLENT_PAPER" }, "isInForce": { "eq": true } } }""");
        foreach (var text in new[] { "2024年9月1日 至 2026年8月31日", "2026年9月1日 起", "经教代会讨论通过", "value=\"schoolId:U2Nob29sOjE\"", "value=\"districtId:RGlzdHJpY3Q6MQ\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        // The own one that is open is ended here; that of another district, and the one that has ended, are not.
        Assert.Contains("name=\"rule\" value=\"UjoxMQ\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"rule\" value=\"UjoxMg\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"rule\" value=\"UjoxMw\"", page, StringComparison.Ordinal);

        using var visitor = await admin.VisitSignedInAsync();
        var set = await visitor.SubmitAsync("/awards/rules", "/awards/rules", Rule);
        Assert.Equal("/awards/rules?done=set", set.Location);
        AssertVariables("SetRewardRule", """
            { "input": { "schoolId": "U2Nob29sOjE", "kind": "MODEL_CLASS", "level": "SCHOOL", "grade": "NONE", "points": 1.5, "startsOn": "2027-03-01", "idempotencyKey": "k" } }
            """);
        var ended = await visitor.SubmitAsync("/awards/rules", "/awards/rules?handler=End", ("key", "k"), ("rule", "UjoxMQ"), ("endsOn", "2027-03-01"));
        Assert.Equal("/awards/rules?done=ended", ended.Location);
        AssertVariables("EndRewardRule", """{ "input": { "ruleId": "UjoxMQ", "endsOn": "2027-03-01", "idempotencyKey": "k" } }""");

        admin.Api.AnswerDone("EndRewardRule", Refusal("W4_A_USED_RULE_STAYS", "The rule gave points. 该规则已用于当日或之后的奖项。"));
        var refused = await visitor.SubmitAsync("/awards/rules", "/awards/rules?handler=End", ("key", "k"), ("rule", "UjoxMQ"), ("endsOn", "2026-10-01"));
        Assert.Contains("该规则已用于当日或之后的奖项。", refused.Html, StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("holder", "x"), ("holder", "schoolId:"), ("awardKind", "BEST"), ("points", "many"), ("startsOn", "soon"), ("key", "") })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/awards/rules", "/awards/rules", [.. Rule.Where(field => field.Item1 != name), (name, value)])).Status);
    }

    [Fact]
    [Trait("Rule", "W4")]
    public async Task Who_sets_no_rules_reads_them()
    {
        var answer = StubAnswer.ReadFile("RewardRuleList");
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "TEACHER", ["school"] = null, ["district"] = null });
        admin.Api.Answer("RewardRuleList", answer);
        var page = (await OpenAsync("/awards/rules")).Html;
        Assert.DoesNotContain("name=\"holder\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"endsOn\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task Another_bodys_award_is_recorded_from_its_certificate()
    {
        var page = (await OpenAsync("/awards/new?school=U2Nob29sOjI")).Html;
        Assert.Contains("王秀兰", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"MODEL_CLASS\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"SCHOOL\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"MODEL_CLASS\"", (await OpenAsync("/awards/new")).Html, StringComparison.Ordinal);
        await OpenAsync("/awards/new?school=U2Nob29sOjk", HttpStatusCode.NotFound);

        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal("/awards/QXdhcmQ6MQ?done=recorded", (await visitor.SubmitAsync("/awards/new", "/awards/new", Award)).Location);
        AssertVariables("RecordOutsideAward", """
            { "input": { "schoolId": "U2Nob29sOjE", "kind": "EXCELLENT_PAPER", "level": "CITY", "grade": "FIRST", "number": "市教科〔2026〕17号", "issuer": "市教育科学研究院",
              "grantedOn": "2026-10-20", "idempotencyKey": "k", "teacherId": "VGVhY2hlcjox", "paperId": "UGFwZXI6MQ" } }
            """);
        await visitor.SubmitAsync("/awards/new", "/awards/new", [.. With("kind", "MODEL_CLASS").Where(field => field.Item1 != "class"), ("class", "Q2xhc3M6MQ")]);
        Assert.Equal(("Q2xhc3M6MQ", null, null), (
            (string?)admin.Api.LastVariables("RecordOutsideAward")["input"]!["classId"], admin.Api.LastVariables("RecordOutsideAward")["input"]!["teacherId"], admin.Api.LastVariables("RecordOutsideAward")["input"]!["paperId"]));

        admin.Api.AnswerDone("RecordOutsideAward", Refusal("W3_ONE_OUTSIDE_AWARD_A_NUMBER", "It is recorded already. 该单位该编号的奖项已登记。", "number"));
        var refused = (await visitor.SubmitAsync("/awards/new", "/awards/new", Award)).Html;
        foreach (var text in new[] { "该单位该编号的奖项已登记。", "市教科〔2026〕17号", "value=\"2026-10-20\"" })
            Assert.Contains(text, WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("kind", "BEST"), ("level", "WORLD"), ("grade", "4"), ("grantedOn", ""), ("key", ""), ("school", "") })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/awards/new", "/awards/new", With(name, value))).Status);
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task Who_records_no_awards_is_refused()
    {
        var answer = StubAnswer.ReadFile("AwardForm");
        foreach (var role in answer["viewer"]!["roles"]!.AsArray()) role!["role"] = "PRINCIPAL";
        admin.Api.Answer("AwardForm", answer);
        await OpenAsync("/awards/new", HttpStatusCode.Forbidden);
    }

    private static (string, string)[] With(string name, string value) => [.. Award.Where(field => field.Item1 != name), (name, value)];

    private static JsonObject Refusal(string code, string message, string? field = null) => new()
    {
        ["message"] = message, ["code"] = code, ["rule"] = "W4", ["path"] = field is null ? new JsonArray() : new JsonArray("input", field),
    };

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
