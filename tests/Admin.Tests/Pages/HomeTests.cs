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
}
