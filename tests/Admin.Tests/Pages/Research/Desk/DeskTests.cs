using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Desk;

public sealed class DeskTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public DeskTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("Desk", StubAnswer.ReadFile("Desk"));
    }

    public static TheoryData<DeskItemKind> Kinds => [.. Enum.GetValues<DeskItemKind>()];

    [Fact]
    public async Task What_waits_leads_to_where_it_is_done()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/research/desk")).Html;
        Assert.Contains("href=\"/research/reviews/UmV2aWV3OjE\"", page, StringComparison.Ordinal);
        Assert.Contains("/decide-extension/e1\"", page, StringComparison.Ordinal);
        Assert.Contains("逾期", page, StringComparison.Ordinal);
        Assert.Contains("after=ZW5k", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_has_its_name_and_its_way(DeskItemKind kind)
    {
        var answer = StubAnswer.ReadFile("Desk");
        answer["deskItems"]!["nodes"]![0]!["kind"] = kind.ToCode();
        admin.Api.Answer("Desk", answer);
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.GetAsync("/research/desk");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("DeskKind.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_or_what_is_late_can_be_asked_for()
    {
        using var visitor = await admin.VisitSignedInAsync();
        await visitor.GetAsync("/research/desk?kind=REVIEW_TO_GIVE&after=ZW5k");
        AssertVariables("""{ "first": 20, "after": "ZW5k", "where": { "kind": { "eq": "REVIEW_TO_GIVE" } } }""");
        await visitor.GetAsync("/research/desk?late=true&before=YQ");
        AssertVariables("""{ "last": 20, "before": "YQ", "where": { "isLate": { "eq": true } } }""");
    }

    [Theory]
    [InlineData("kind=DANCE")]
    [InlineData("late=perhaps")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/research/desk?" + query)).Status);
    }

    [Theory]
    [InlineData("/research/desk", "没有待办事项")]
    [InlineData("/research/desk?late=true", "没有此类待办")]
    public async Task An_empty_desk_says_so(string address, string text)
    {
        admin.Api.Answer("Desk", JsonNode.Parse("""
            { "deskItems": { "nodes": [], "totalCount": 0, "pageInfo": { "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null } }, "kinds": { "nodes": [] } }
            """)!);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains(text, (await visitor.GetAsync(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        admin.Api.Answer("Desk", _ => StubAnswer.Error(403, "FORBIDDEN"));
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/research/desk")).Status);
    }

    private void AssertVariables(string expected)
    {
        var asked = admin.Api.LastVariables("Desk");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
