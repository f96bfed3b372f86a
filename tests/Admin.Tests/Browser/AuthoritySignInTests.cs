using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Signing in and out by a real authority (npm's oidc-provider): authorization code with PKCE, in a real browser.</summary>
public sealed class AuthoritySignInTests(AuthorityProgram program) : IClassFixture<AuthorityProgram>
{
    [Fact]
    public async Task A_principal_signs_in_there_lands_where_the_way_led_and_signs_out_of_both()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/schools");
        await Assertions.Expect(page.Locator("#authority")).ToHaveTextAsync("使用智慧教育平台登录");
        await Screenshots.ShootAsync(page, "sign-in-authority");
        await Axe.AssertNoViolationAsync(page);

        await page.Locator("#authority").ClickAsync();
        await SayAsync(page, "principal");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("学校");
        Assert.Equal("/schools", new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(page.Locator("#schools tbody tr")).ToHaveCountAsync(1);

        // Signed out here only: the authority still knows who it is, and doesn't ask.
        await SignOutAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("统一身份认证仍处于登录状态");
        await Screenshots.ShootAsync(page, "signed-out-authority");
        await Axe.AssertNoViolationAsync(page);
        await page.Locator("#authority").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("您好");

        // Signed out of both.
        await SignOutAsync(page);
        await page.Locator("#authority-sign-out").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Yes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#username")).ToBeVisibleAsync();
        await page.Locator("#authority").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=person]")).ToBeVisibleAsync();
        Assert.DoesNotContain(window.Complaints, complaint => !complaint.StartsWith("outside request: " + program.Authority.Issuer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_account_here_is_told_so()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/sign-in");
        await page.Locator("#authority").ClickAsync();
        await SayAsync(page, "stranger");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("尚未关联本系统的账号");
        await page.GotoAsync("/schools");
        await Assertions.Expect(page.Locator("#username")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_opens_no_session()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/sign-in/authority/done?code=stolen&state=made-up");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录未完成");
    }

    private static async Task SayAsync(IPage page, string person)
    {
        await page.Locator("input[name=person]").FillAsync(person);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task SignOutAsync(IPage page) => await page.Locator("form[action='/sign-out'] button").ClickAsync();
}
