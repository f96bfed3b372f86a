using System.Text.RegularExpressions;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>What one person does is read by another: told, opened, marked as read, counted, at the real program, with scripts and without.</summary>
[Collection(RealProgram.Name)]
public sealed class InboxStoryTests(RunningProgram program)
{
    private const string Place = """
        select g.district_id, g.school_id, g.teacher_id from access.account a join access."grant" g using (account_id) where a.user_name = 'teacher' and g.role = 'teacher'
        """;

    [Theory]
    [InlineData(true, "zh-CN", "申报材料的收集")]
    [InlineData(false, "en", "Reading in pairs")]
    public async Task A_step_of_one_is_read_by_another_and_the_count_goes_down(bool scripts, string language, string title)
    {
        await using var office = await OpenAsync("research-office", language, scripts);
        var page = office.Page;
        await page.GotoAsync("/inbox");
        if (await page.Locator("#read-all").CountAsync() > 0)
            await page.Locator("#read-all").ClickAsync();
        await ExpectUnreadAsync(page, 0);

        var project = await SubmitAsync(title);
        await using (var leader = await OpenAsync("teacher", language, scripts))
        {
            await leader.Page.GotoAsync(project + "/withdraw");
            await leader.Page.Locator("#reason").FillAsync("材料还需补充。");
            await leader.Page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();
            await Assertions.Expect(leader.Page.Locator(".alert-success")).ToBeVisibleAsync();
            Assert.Empty(leader.Complaints);
        }

        // Home tells both, the newest first; the project says how much has changed.
        await page.GotoAsync("/");
        await ExpectUnreadAsync(page, 2);
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync(language == "en" ? $"“{title}”: it was withdrawn." : $"课题《{title}》已撤回。");
        await LookAsync(page, scripts);
        await Screenshots.ShootAsync(page, $"inbox-home-{language}");
        await page.GotoAsync(project);
        await Assertions.Expect(page.Locator(".news-count")).ToContainTextAsync("2");
        await LookAsync(page, scripts);

        // One is marked as read in the list: in place where there are scripts.
        await page.GotoAsync("/inbox?unread=true");
        await LookAsync(page, scripts);
        await Screenshots.ShootAsync(page, $"inbox-story-{language}");
        if (scripts)
            await page.EvaluateAsync("window.stayed = true");
        await page.Locator(".notice-read button").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToHaveCountAsync(1);
        await ExpectUnreadAsync(page, 1);
        if (scripts)
            Assert.True(await page.EvaluateAsync<bool>("window.stayed"), "The page was loaded anew.");

        // The other is opened, which leads to the project and is reading it.
        await page.Locator(".notice-open").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(project) + "$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await ExpectUnreadAsync(page, 0);
        await Assertions.Expect(page.Locator(".news-count")).ToHaveCountAsync(0);
        await page.GotoAsync("/inbox?unread=true");
        await Assertions.Expect(page.Locator(".empty-title")).ToBeVisibleAsync();
        await page.GotoAsync("/inbox");
        await Assertions.Expect(page.Locator(".notice").First.Locator("a")).ToHaveAttributeAsync("href", project);
        Assert.Empty(office.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_wants_sent_is_kept_and_what_cannot_be_is_said_at_its_field(bool scripts)
    {
        await using var window = await OpenAsync("teacher", "zh-CN", scripts);
        var page = window.Page;
        await page.GotoAsync("/me");
        await page.Locator("main a[href='/inbox/preferences']").ClickAsync();
        await page.Locator("#mailAddress").FillAsync("laoshi@example.org");
        await page.Locator("#webhookFormat").SelectOptionAsync("WECOM");
        await page.Locator("#webhookUrl").FillAsync("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-this-test");
        await page.Locator("input[name=kinds][value=STEP_TAKEN]").UncheckAsync();
        // The Enter key in a field saves, though other buttons stand before the one that says so.
        await page.Locator("#webhookUrl").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();

        await page.GotoAsync("/inbox/preferences");
        await Assertions.Expect(page.Locator("#mailAddress")).ToHaveValueAsync("laoshi@example.org");
        await Assertions.Expect(page.Locator("#webhookUrl-hint")).ToContainTextAsync("qyapi.weixin.qq.com");
        await Assertions.Expect(page.Locator("#webhookUrl")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("input[name=kinds][value=STEP_TAKEN]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("input[name=kinds][value=OVERDUE]")).ToBeCheckedAsync();
        Assert.DoesNotContain("of-this-test", await page.ContentAsync(), StringComparison.Ordinal);

        // This program has no mail server, and sends nowhere but to the hosts of its setting.
        await page.Locator("#wantsMail").CheckAsync();
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#wantsMail-problem")).ToContainTextAsync("本系统未配置邮件服务器");
        await LookAsync(page, scripts);
        await page.Locator("#wantsMail").UncheckAsync();
        await page.Locator("#webhookUrl").FillAsync("https://intranet.example/hook");
        await page.Locator("#webhookUrl").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#webhookUrl-problem")).ToContainTextAsync("Webhook");
        await Assertions.Expect(page.Locator("#webhookUrl")).ToHaveValueAsync("https://intranet.example/hook");
        await Screenshots.ShootAsync(page, "preferences-refused");

        await page.Locator("#forget-robot").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#forget-robot")).ToHaveCountAsync(0);
        await page.Locator("input[name=kinds][value=STEP_TAKEN]").CheckAsync();
        await page.Locator("#mailAddress").FillAsync("");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#mailAddress")).ToHaveValueAsync("");
        Assert.Empty(window.Complaints);
    }

    private async Task<Window> OpenAsync(string username, string language, bool scripts)
    {
        var window = await program.OpenAsync(new WindowOptions(language, Scripts: scripts));
        await window.Page.GotoAsync("/sign-in");
        await window.Page.Locator($"button[value={language}]").ClickAsync();
        await window.SignInAsync(username, DemoAccounts.Password);
        return window;
    }

    /// <summary>A project of the account <c>teacher</c> that waits at the office of its school; answers its address.</summary>
    private async Task<string> SubmitAsync(string title)
    {
        await using var command = program.Database.Owner.CreateCommand(Place);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        var (district, school, teacher) = (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2));
        var project = await new ResearchRecords(program.Database.Writer, district, school).SubmittedAsync(teacher, title: title);
        return "/research/projects/" + new GraphQL.Paging.GlobalId("ResearchProject", new GraphQL.Paging.RowKey(district, project));
    }

    /// <summary>axe is a script, which a browser without scripts doesn't run to its end.</summary>
    private static Task LookAsync(IPage page, bool scripts) => scripts ? Axe.AssertNoViolationAsync(page) : Task.CompletedTask;

    private static async Task ExpectUnreadAsync(IPage page, int count)
    {
        if (count == 0)
            await Assertions.Expect(page.Locator("#unread .unread-count")).ToHaveCountAsync(0);
        else
            await Assertions.Expect(page.Locator("#unread .unread-count")).ToHaveTextAsync($"{count}");
    }
}
