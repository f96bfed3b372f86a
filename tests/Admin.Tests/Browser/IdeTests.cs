using HomeroomGraph.Data.Demo;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>The IDE at the API's address, as a browser opens it. No window may have a complaint: no error of a script, nothing that the page's
/// policy refuses, no request to anywhere else.</summary>
public sealed class IdeTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    /// <summary>A script of the page that asks elsewhere, and which directive of the policy keeps it from doing so.</summary>
    private const string AskOutside = """
        () => new Promise((told) => {
          document.addEventListener('securitypolicyviolation', (refused) => told(refused.effectiveDirective));
          fetch('https://outside.test/').catch(() => {});
        })
        """;

    [Theory]
    [InlineData("zh-CN", false, "analyst-370403", "district", "发送请求", "SchoolsBySize", "实验小学")]
    [InlineData("en", true, "principal", "school", "Send Request", "HomeroomTeachersToday", "homeroomAppointment")]
    public async Task A_demo_account_has_an_answer_with_two_clicks(string language, bool dark, string account, string audience, string send, string first, string expected)
    {
        await using var window = await program.OpenApiAsync(new WindowOptions(language, Dark: dark));
        var page = window.Page;
        var schemas = 0;
        page.Request += (_, request) => schemas += request.PostData?.Contains("IntrospectionQuery", StringComparison.Ordinal) == true ? 1 : 0;
        await page.GotoAsync("/graphql");
        await Axe.AssertNoViolationAsync(page);
        await Screenshots.ShootAsync(page, $"ide-start-{language}{(dark ? "-dark" : "")}");

        await page.Locator($"[data-username='{account}'][data-audience='{audience}']").ClickAsync();
        await Assertions.Expect(page.Locator(".window-switcher__item--active")).ToContainTextAsync(first);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = send, Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("app-query-result .cm-content").First).ToContainTextAsync(expected);
        await Screenshots.ShootAsync(page, $"ide-{audience}-{language}{(dark ? "-dark" : "")}");
        Assert.Equal(1, schemas);
        Assert.Empty(window.Complaints);
        Assert.Equal("connect-src", await page.EvaluateAsync<string>(AskOutside));
    }

    [Fact]
    public async Task A_subscription_shows_what_changes()
    {
        await using var window = await program.OpenApiAsync(new WindowOptions("en"));
        var page = window.Page;
        await page.GotoAsync("/graphql");
        await page.Locator("[data-username=principal]").ClickAsync();
        await page.Locator("app-query-editor .cm-content").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("subscription { schoolChanged { kind school { name } } }");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send Request", Exact = true }).ClickAsync();

        // Changed until it is told of: from when on it is followed, the page does not say.
        var result = page.Locator("app-query-result");
        for (int times = 0; times < 60 && !(await result.InnerTextAsync()).Contains("UPDATED", StringComparison.Ordinal); times++)
        {
            await program.ExecuteAsync("update homeroom.school set name = name || '+' where school_id = 1");
            await page.WaitForTimeoutAsync(500);
        }
        await Assertions.Expect(result).ToContainTextAsync("UPDATED");
        // Altair gives its list of answers a style that the policy refuses; the list does without.
        Assert.All(window.Complaints, complaint => Assert.StartsWith("Applying inline style", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_schemas_docs_can_be_read()
    {
        await using var window = await program.OpenApiAsync(new WindowOptions("en"));
        var page = window.Page;
        await page.GotoAsync("/graphql");
        await page.Locator("[data-username=principal]").ClickAsync();
        await page.GetByText("Docs", new PageGetByTextOptions { Exact = true }).ClickAsync();
        var docs = page.Locator("app-doc-viewer");
        await docs.GetByText("Query", new LocatorGetByTextOptions { Exact = true }).Last.ClickAsync();

        await Assertions.Expect(docs).ToContainTextAsync("schoolByCode");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Other_examples_and_other_accounts_are_a_choice_away_and_a_token_does_not_outlive_its_tab()
    {
        await using var window = await program.OpenApiAsync(new WindowOptions("en"));
        var page = window.Page;
        await page.GotoAsync("/graphql");
        await page.Locator("[data-username=analyst-370403]").ClickAsync();
        await page.Locator("#audience").SelectOptionAsync("integrator");
        await Assertions.Expect(page.Locator(".window-switcher__item--active")).ToContainTextAsync("RosterPage");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#who")).ToHaveTextAsync("analyst-370403");

        var stored = await page.EvaluateAsync<string>("JSON.stringify(Object.entries(localStorage))");
        Assert.DoesNotContain("eyJ", stored, StringComparison.Ordinal);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/graphql");
        await Assertions.Expect(other.Locator("#start")).ToBeVisibleAsync();

        await page.Locator("#sign-out").ClickAsync();
        await Assertions.Expect(page.Locator("#start")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#start")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_password_signs_in_and_a_wrong_one_is_told_in_words()
    {
        await using var window = await program.OpenApiAsync(new WindowOptions("en", Width: 400));
        var page = window.Page;
        await page.GotoAsync("/graphql");
        await Axe.AssertNoViolationAsync(page);
        var sticksOut = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sticksOut <= 0, $"The page is {sticksOut} px wider than the window.");
        await page.Locator("#sign-in [name=username]").FillAsync("auditor");
        await page.Locator("#sign-in [name=password]").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();

        await page.Locator("#sign-in [name=password]").FillAsync(DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#who")).ToHaveTextAsync("auditor");

        await page.Locator("#sign-out").ClickAsync();
        await page.Locator("#client [name=id]").FillAsync("nobody");
        await page.Locator("#client [name=secret]").FillAsync("nothing");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not known");
        Assert.Empty(window.Complaints);
    }
}
