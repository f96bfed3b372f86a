using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Awards;

/// <summary>Certificates: the sheet for print, and the check of a number by anybody (rules T5, W3).</summary>
public sealed class CertificatePagesTests : IClassFixture<AdminFixture>
{
    private const string Sheet = "/awards/QXdhcmQ6MQ/certificate";

    private static readonly JsonObject Revoked = new()
    {
        ["number"] = "0301YB202600003K7QM",
        ["certificates"] = new JsonArray(new JsonObject
        {
            ["subject"] = "award", ["title"] = "优秀班主任", ["level"] = "school", ["grade"] = "first", ["holder"] = "张*英", ["school"] = "临川县第一中学", ["issuer"] = "临川县第一中学",
            ["issuedOn"] = "2026-07-06", ["revokedOn"] = "2026-10-08", ["state"] = "revoked",
        }),
    };

    private readonly AdminFixture admin;

    public CertificatePagesTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("AwardDetails", StubAnswer.ReadFile("AwardDetails"));
        admin.Api.CertificateAnswer = StubAnswer.Error(404, "NOT_FOUND");
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_certificate_has_name_honour_number_seal_and_where_it_is_checked()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = WebUtility.HtmlDecode((await visitor.GetAsync(Sheet)).Html);
        foreach (var text in new[] { "荣誉证书", "张桂英 老师：", "在2026年秋季优秀班主任评选中，被评为“优秀班主任”。", "1001YB202600012", "（盖章）", $"{admin.Url}certificates", "data-print" })
            Assert.Contains(text, page, StringComparison.Ordinal);

        Change(award => (award["grade"], award["paper"]) = ("FIRST", new JsonObject { ["id"] = "UGFwZXI6MQ", ["title"] = "带班方略" }));
        Assert.Contains("您的《带班方略》被评为“优秀班主任（一等奖）”。", WebUtility.HtmlDecode((await visitor.GetAsync(Sheet)).Html), StringComparison.Ordinal);
        using var english = await admin.VisitSignedInAsync("en");
        Assert.Contains("Excellent homeroom teacher (优秀班主任) (First grade)", WebUtility.HtmlDecode((await english.GetAsync(Sheet)).Html), StringComparison.Ordinal);
        Change(award => (award["class"], award["teacher"], award["name"]) = (new JsonObject { ["name"] = "高二（3）班", ["schoolYear"] = null }, null, "高二（3）班"));
        Assert.Contains("临川县第一中学 高二（3）班：", WebUtility.HtmlDecode((await visitor.GetAsync(Sheet)).Html), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "W3")]
    [InlineData("revokedOn", "2026-11-20")]
    [InlineData("source", "OUTSIDE")]
    public async Task A_revoked_award_and_another_bodys_have_no_certificate_to_print(string field, string value)
    {
        Change(award => award[field] = value);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Sheet)).Status);
        Assert.DoesNotContain(Sheet, (await visitor.GetAsync("/awards/QXdhcmQ6MQ")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "T5")]
    public async Task Anybody_checks_a_number_without_signing_in()
    {
        using var visitor = admin.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/certificates")).Status);
        admin.Api.CertificateAnswer = new(200, Revoked);
        var page = (await visitor.GetAsync("/certificates?number=0301YB202600003K7QM")).Html;
        foreach (var text in new[] { "已撤销", "张*英", "校级 · 一等奖", "2026年7月6日", "2026年10月8日" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("sidebar", page, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "W3")]
    [InlineData(404, HttpStatusCode.OK, "查无此编号")]
    [InlineData(400, HttpStatusCode.BadRequest, "4至60个字符")]
    [InlineData(429, HttpStatusCode.TooManyRequests, "请过一分钟再试")]
    public async Task What_is_no_certificate_is_said(int api, HttpStatusCode status, string text)
    {
        admin.Api.CertificateAnswer = StubAnswer.Error(api, "CODE");
        using var visitor = admin.Visit();
        var page = await visitor.GetAsync("/certificates?number=X");
        Assert.Equal(status, page.Status);
        Assert.Contains(text, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_API_is_away_is_told()
    {
        admin.Api.CertificateAnswer = StubAnswer.Error(503, "SERVICE_UNAVAILABLE");
        using var visitor = admin.Visit();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/certificates?number=XXXX")).Status);
    }

    private void Change(Action<JsonNode> change)
    {
        var answer = StubAnswer.ReadFile("AwardDetails");
        change(answer["award"]!);
        admin.Api.Answer("AwardDetails", answer);
    }
}
