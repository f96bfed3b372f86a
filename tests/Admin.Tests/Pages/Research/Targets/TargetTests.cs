using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Targets;

public sealed class TargetTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public TargetTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("TargetList", StubAnswer.ReadFile("TargetList"));
        admin.Api.Answer("SetResearchTarget", JsonNode.Parse("""{ "done": { "errors": [] } }""")!);
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task Targets_stand_with_how_many_run_and_whether_they_are_met()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/research/targets")).Html;
        Assert.Contains("2—3", page, StringComparison.Ordinal);
        Assert.Contains("至少 1", page, StringComparison.Ordinal);
        Assert.Contains("未完成", page, StringComparison.Ordinal);
        Assert.True((bool)admin.Api.LastVariables("TargetList")["where"]!["schoolYear"]!["isCurrent"]!["eq"]!);
        await visitor.GetAsync("/research/targets?year=2025-09-01");
        Assert.Equal("2025-09-01", (string?)admin.Api.LastVariables("TargetList")["where"]!["schoolYear"]!["startsOn"]!["eq"]);
    }

    [Fact]
    [Trait("Rule", "P13")]
    public async Task Coverage_is_told_by_school_in_percent_and_of_how_many()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = (await visitor.GetAsync("/research/targets")).Html;
        Assert.Contains("67%", page.Replace("67 %", "67%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("19 of 43", page, StringComparison.Ordinal);
        Assert.Matches(@"Without a project:\s+音乐, 劳动, 书法\s", WebUtility.HtmlDecode(page));
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task The_office_sets_a_target_of_its_school()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync("/research/targets", "/research/targets",
            ("key", "k"), ("school", "U2Nob29sOjE"), ("schoolYear", "Y2"), ("level", "COUNTY"), ("minimum", "2"), ("maximum", ""));
        Assert.Equal("/research/targets?done=set", page.Location);
        var asked = admin.Api.LastVariables("SetResearchTarget")["input"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            { "schoolId": "U2Nob29sOjE", "schoolYearId": "Y2", "level": "COUNTY", "minimum": 2, "idempotencyKey": "k" }
            """), asked), asked!.ToJsonString());

        admin.Api.Answer("SetResearchTarget", JsonNode.Parse("""{ "done": { "errors": [{ "message": "Too few. 太少。", "code": "P12", "path": ["input", "minimum"] }] } }""")!);
        page = await visitor.SubmitAsync("/research/targets", "/research/targets",
            ("key", "k"), ("school", "U2Nob29sOjE"), ("schoolYear", "Y2"), ("level", "COUNTY"), ("minimum", "9"), ("maximum", "3"));
        Assert.Contains("太少。", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"9\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "O2")]
    public async Task Who_sets_none_has_no_form_and_the_district_chooses_among_its_schools()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var answer = StubAnswer.ReadFile("TargetList");
        answer["viewer"]!["roles"]![0]!["role"] = "PRINCIPAL";
        admin.Api.Answer("TargetList", answer);
        Assert.DoesNotContain("name=\"minimum\"", (await visitor.GetAsync("/research/targets")).Html, StringComparison.Ordinal);
        answer["viewer"]!["roles"]![0]!["role"] = "DISTRICT_RESEARCH_OFFICER";
        admin.Api.Answer("TargetList", answer);
        Assert.Contains("<option value=\"U2Nob29sOjI\">", (await visitor.GetAsync("/research/targets")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year=soon")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/research/targets?" + query)).Status);
    }

    [Fact]
    public async Task A_form_that_makes_no_sense_and_a_viewer_who_may_not_are_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/research/targets", "/research/targets",
            ("key", "k"), ("school", "s"), ("schoolYear", "Y2"), ("level", "COUNTY"), ("minimum", "-1"))).Status);
        admin.Api.Answer("TargetList", _ => StubAnswer.Error(403, "FORBIDDEN"));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/research/targets")).Status);
    }
}
