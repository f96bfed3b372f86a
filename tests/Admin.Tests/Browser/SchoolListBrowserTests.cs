using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>The list of schools in a real browser: what htmx adds, and that nothing is lost without it.</summary>
public sealed class SchoolListBrowserTests : IClassFixture<BrowserFixture>
{
    private readonly BrowserFixture admin;

    public SchoolListBrowserTests(BrowserFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("SchoolList", Answer);
    }

    [Fact]
    public async Task The_table_follows_while_one_types_and_back_returns()
    {
        await using var window = await admin.OpenAsync();
        var page = window.Page;
        await window.SignInAsync(address: "/schools");
        await page.EvaluateAsync("window.stayed = true");

        await page.Locator("#q").PressSequentiallyAsync("one");
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(admin.Url, "/schools?q=one").ToString());
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("符合条件的学校共 1 所");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();

        await page.Locator("#q").FillAsync("");
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(2);
        await page.Locator("#next").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(admin.Url, "/schools?after=one").ToString());
        Assert.True(await page.EvaluateAsync<bool>("window.stayed"), "The page was loaded anew.");

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(admin.Url, "/schools").ToString());
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(admin.Url, "/schools?q=one").ToString());
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("one");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_order_chosen_in_the_table_survives_the_next_filter()
    {
        await using var window = await admin.OpenAsync(new WindowOptions("en"));
        var page = window.Page;
        await window.SignInAsync(address: "/schools");
        await page.Locator("#order-classes").ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=descending] #order-classes")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#order-classes")).ToBeFocusedAsync();
        await page.Locator("#stage").SelectOptionAsync("PRIMARY");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(admin.Url, "/schools?stage=PRIMARY&order=-classes").ToString());
        await Assertions.Expect(page.Locator("th[aria-sort=descending] #order-classes")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_scripts_the_same_is_there_by_links_and_buttons()
    {
        await using var window = await admin.OpenAsync(new WindowOptions(Scripts: false));
        var page = window.Page;
        await window.SignInAsync(address: "/schools");
        await page.Locator("#q").FillAsync("one");
        await page.Locator("#filter button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("/schools");
        await page.Locator("#next").ClickAsync();
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task When_the_API_goes_down_while_one_types_the_page_says_so()
    {
        await using var window = await admin.OpenAsync();
        var page = window.Page;
        await window.SignInAsync(address: "/schools");
        admin.Api.Answer("SchoolList", _ => StubAnswer.Error(503, "UNAVAILABLE"));
        await page.Locator("#q").FillAsync("x");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("数据服务暂时无法访问");

        admin.Api.Answer("SchoolList", Answer);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "重试" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("学校");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("x");
    }

    // Two schools on the first page; one when filtered by text or on the page after.
    private static StubAnswer Answer(JsonObject variables)
    {
        var answer = StubAnswer.ReadFile("SchoolList");
        var schools = answer["schools"]!;
        var searched = variables["where"]?["or"] is not null;
        var one = searched || variables["after"] is not null;
        schools["nodes"] = new JsonArray([.. schools["nodes"]!.AsArray().Take(one ? 1 : 2).Select(node => node!.DeepClone())]);
        schools["totalCount"] = searched ? 1 : 3;
        schools["pageInfo"] = new JsonObject
        {
            ["hasNextPage"] = !one,
            ["hasPreviousPage"] = variables["after"] is not null,
            ["startCursor"] = "one",
            ["endCursor"] = "one",
        };
        return StubAnswer.Data(answer);
    }
}
