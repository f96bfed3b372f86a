using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>
/// Every page at phone and desktop width, in both languages, light and dark: nothing sticks out, nothing is refused, axe has no
/// complaint. With <c>HOMEROOM_SCREENSHOTS=folder</c> it also leaves pictures there to look at.
/// </summary>
public sealed class PageLooksTests(BrowserFixture admin) : IClassFixture<BrowserFixture>
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"),
        ("schools", "/schools?order=-classes"),
        ("school", "/schools/U2Nob29sOjE?on=2026-11-16"),
        ("teacher", "/teachers/VGVhY2hlcjox"),
        ("archive", "/teachers/VGVhY2hlcjox/archive"),
        ("plan", "/teachers/VGVhY2hlcjox/archive/plan?semester=U2VtZXN0ZXI6MQ"),
        ("projects", "/research/projects"),
        ("project", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc"),
        ("versions", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/versions"),
        ("print", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/print"),
        ("application", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/application"),
        ("project-new", "/research/projects/new"),
        ("reviewers", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/reviewers"),
        ("change-members", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/change-members"),
        ("item", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/item"),
        ("decide-closing", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/decide-closing/mr1"),
        ("decide-change", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/decide-change/c1"),
        ("desk", "/research/desk"),
        ("reviews", "/research/reviews"),
        ("review", "/research/reviews/UmV2aWV3OjE"),
        ("targets", "/research/targets"),
        ("papers", "/papers?order=title"),
        ("paper", "/papers/UGFwZXI6MQ"),
        ("paper-new", "/papers/new"),
        ("paper-edit", "/papers/UGFwZXI6MQ/edit"),
        ("paper-file", "/papers/UGFwZXI6MQ/file"),
        ("paper-remove", "/papers/UGFwZXI6MQ/remove"),
        ("papers-missing", "/papers/missing"),
        ("papers-collection", "/papers/collection"),
        ("awards", "/awards?order=-level"),
        ("award", "/awards/QXdhcmQ6MQ"),
        ("award-new", "/awards/new"),
        ("certificate", "/awards/QXdhcmQ6MQ/certificate"),
        ("certificates", "/certificates?number=NO-SUCH"),
        ("points", "/awards/points"),
        ("ledger", "/awards/points/VGVhY2hlcjox"),
        ("reward-rules", "/awards/rules"),
        ("award-revoke", "/awards/QXdhcmQ6MQ/revoke"),
        ("rounds", "/award-rounds?state=VOTING"),
        ("round-plan", "/award-rounds/new"),
        ("round", "/award-rounds/QXdhcmRSb3VuZDox"),
        ("round-committee", "/award-rounds/QXdhcmRSb3VuZDox/release/bTE"),
        ("round-vote", "/award-rounds/QXdhcmRSb3VuZDox/vote/Tm9taW5hdGlvbjox"),
        ("round-close-vote", "/award-rounds/QXdhcmRSb3VuZDox/close-vote"),
        ("nomination", "/award-nominations/Tm9taW5hdGlvbjox"),
        ("inbox", "/inbox"),
        ("preferences", "/inbox/preferences"),
        ("me", "/me"),
        ("people", "/people"),
        ("account", "/people/QWNjb3VudDox"),
        ("disable", "/people/QWNjb3VudDox/disable"),
        ("give", "/people/QWNjb3VudDox/roles/give"),
        ("give-last", "/people/QWNjb3VudDox/roles/give?role=GRADE_HEAD&school=U2Nob29sOjE"),
        ("give-post", "/people/QWNjb3VudDox/roles/give?role=INSPECTOR&school=U2Nob29sOjE"),
        ("new-account", "/people/new"),
        ("new-account-last", "/people/new?role=INSPECTOR&school=U2Nob29sOjE"),
        ("identity", "/people/QWNjb3VudDox/identity"),
        ("teachers", "/people/teachers?school=U2Nob29sOjE"),
        ("clients", "/clients"),
        ("client", "/clients/Q2xpZW50OjE"),
        ("client-new", "/clients/new"),
        ("imports", "/imports"),
        ("import", "/imports/SW1wb3J0UnVuOjI"),
        ("import-new", "/imports/new"),
        ("import-again", "/imports/new?of=SW1wb3J0UnVuOjI"),
        ("audit", "/audit"),
        ("trail", "/audit?record=U2Nob29sOjE"),
        ("missing", "/no/such/page"),
        ("down", "/errors/503"),
    ];

    [Theory]
    [InlineData("zh-CN", 1280, false)]
    [InlineData("en", 1280, false)]
    [InlineData("zh-CN", 320, false)]
    [InlineData("en", 320, true)]
    [InlineData("zh-CN", 1920, true)]
    public async Task Every_page_looks_right(string language, int width, bool dark)
    {
        await using var window = await admin.OpenAsync(new WindowOptions(language, width, Dark: dark));
        await window.Page.GotoAsync("/sign-in?expired=true");
        await CheckAsync(window, $"sign-in-{language}-{width}");
        await window.Page.Locator($"button[value={language}]").ClickAsync();
        await window.SignInAsync();
        foreach (var (name, address) in Pages)
        {
            await window.Page.GotoAsync(address);
            await CheckAsync(window, $"{name}-{language}-{width}{(dark ? "-dark" : "")}");
        }
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 320)]
    public async Task First_passwords_look_right(string language, int width)
    {
        await using var window = await admin.OpenAsync(new WindowOptions(language, width));
        await window.SignInAsync();
        foreach (var (name, address) in new[] { ("slip", "/people/QWNjb3VudDox/reset-password"), ("slips", "/people/teachers?school=U2Nob29sOjE") })
        {
            await window.Page.GotoAsync(address);
            await window.Page.Locator("main form button[type=submit]").ClickAsync();
            await Assertions.Expect(window.Page.Locator(".slip").First).ToBeVisibleAsync();
            await Assertions.Expect(window.Page.Locator("[data-print]")).ToBeVisibleAsync();
            await CheckAsync(window, $"{name}-{language}-{width}");
        }
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator("a[download]").ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("zh-CN", 1440, false)]
    [InlineData("en", 390, true)]
    public async Task A_pasted_reference_looks_right(string language, int width, bool dark)
    {
        await using var window = await admin.OpenAsync(new WindowOptions(language, width, Dark: dark));
        await window.Page.GotoAsync("/sign-in");
        await window.Page.Locator($"button[value={language}]").ClickAsync();
        await window.SignInAsync();
        await window.Page.GotoAsync("/papers/new");
        await window.Page.Locator("#text").FillAsync("外校人, 张桂英, 李伟, 等. 班级小讲师的实践[J]. 班主任之友, 2026(10): 12-15.");
        await window.Page.Locator("form:has(#text) button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#title")).ToHaveValueAsync("班级小讲师的实践");
        await CheckAsync(window, $"paper-pasted-{language}-{width}");
    }

    [Fact]
    public async Task On_a_phone_the_navigation_opens_by_a_button_and_closes_by_Escape()
    {
        await using var window = await admin.OpenAsync(new WindowOptions(Width: 360));
        await window.SignInAsync();
        var navigation = window.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "主导航" });
        await Assertions.Expect(navigation).ToBeHiddenAsync();
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "菜单" }).ClickAsync();
        await Assertions.Expect(navigation).ToBeVisibleAsync();
        await Screenshots.ShootAsync(window.Page, "menu-zh-CN-360");
        await Axe.AssertNoViolationAsync(window.Page);
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(navigation).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_the_files_of_npm_the_pages_are_plain_and_work()
    {
        await using var window = await admin.OpenAsync();
        await window.Page.RouteAsync("**/lib/**", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await window.SignInAsync();
        await window.Page.GotoAsync("/schools");
        await Screenshots.ShootAsync(window.Page, "schools-plain");
        await window.Page.Locator("#q").FillAsync("x");
        await window.Page.Locator("#filter button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(admin.Url, "/schools?q=x&district=&stage=&status=").ToString());
        await Assertions.Expect(window.Page.Locator("#schools tbody tr")).ToHaveCountAsync(20);
    }

    private static async Task CheckAsync(Window window, string name)
    {
        var page = window.Page;
        await Screenshots.ShootAsync(page, name);
        Assert.NotEmpty((await page.Locator("h1").InnerTextAsync()).Trim());
        var sticksOut = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sticksOut <= 0, $"{name}: the page is {sticksOut} px wider than the window.");
        await Axe.AssertNoViolationAsync(page);
        Assert.Empty(window.Complaints);
    }
}
