using HomeroomGraph.Data.Demo;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Every page works in a browser that runs no scripts: from the draft to the reviewers, with what is missing and a reviewer of another school.</summary>
[Collection(StoryColleagues.Program)]
public sealed class WithoutScriptsTests(RunningProgram program)
{
    private static readonly string[] Sections =
        ["background", "significance", "academicValue", "necessity", "feasibility", "innovation", "plan", "expectedResults"];

    [Fact]
    [Trait("Rule", "P4")]
    [Trait("Rule", "P5")]
    public async Task A_teacher_drafts_saves_sees_what_is_missing_and_submits_and_the_office_assigns_reviewers()
    {
        await StoryColleagues.MakeAsync(program);
        await using var teacher = await SignInAsync("teacher");
        await using var office = await SignInAsync("research-office");
        var page = teacher.Page;

        await page.GotoAsync("/research/projects/new");
        await page.Locator("#title").FillAsync("无脚本的课题");
        await page.Locator("input[value=SCHOOL]").CheckAsync();
        await page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("#missing li").First).ToBeVisibleAsync();
        var form = new Uri(page.Url).AbsolutePath;
        var missing = await page.Locator("#missing li").CountAsync();

        await page.Locator("#background").FillAsync("背景：批注能力不足。");
        await page.Locator("#written button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToHaveTextAsync("草稿已保存。");
        await Assertions.Expect(page.Locator("#missing li")).ToHaveCountAsync(missing - 1);
        await Assertions.Expect(page.Locator("#missing a[href='#plan']")).ToHaveTextAsync("研究方案");
        await page.Locator("button[formaction]").ClickAsync();
        await Assertions.Expect(page.Locator("#missing[role=alert]")).ToBeVisibleAsync();

        foreach (var section in Sections)
            await page.Locator($"#{section}").FillAsync($"{section}：写好了。");
        await page.Locator("#dueOn").FillAsync("2027-06-30");
        await page.Locator("input[value=SUBJECT_TEACHING]").CheckAsync();
        await page.Locator("#written button[type=submit]").Last.ClickAsync();

        await page.Locator("#new-teacher").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#new-duty").FillAsync("问卷设计");
        await page.Locator("#new-task").FillAsync("前后测问卷");
        await page.Locator("button[value=add-member]").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await page.Locator("#members-0").FillAsync("总体设计");
        await page.Locator("button[value=change-member]").First.ClickAsync();
        await page.Locator("#new-goal").FillAsync("形成策略");
        await page.Locator("#new-starts").FillAsync("2026-12-01");
        await page.Locator("#new-due").FillAsync("2027-05-31");
        await page.Locator("button[value=add-stage]").ClickAsync();
        await Assertions.Expect(page.Locator("#missing")).ToHaveTextAsync("内容齐全，可以提交。");
        await page.Locator("button[formaction]").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToHaveTextAsync("申报已提交。");

        var project = form[..form.LastIndexOf('/')];
        await AssignAsync(office.Page, project);

        // So that the leader is free for another story (P2).
        await page.GotoAsync(project + "/withdraw");
        await page.Locator("#reason").FillAsync("演示结束");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    private static async Task AssignAsync(IPage page, string project)
    {
        await page.GotoAsync(project + "/reviewers");
        await page.Locator(".people label", new PageLocatorOptions { HasText = StoryColleagues.Reviewers[0] }).Locator("input").CheckAsync();
        // The key that ends a search in every form.
        await page.Locator("#search").FillAsync("wang");
        await page.Locator("#search").PressAsync("Enter");
        var elsewhere = page.Locator(".people-wide label");
        await Assertions.Expect(elsewhere.First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".people label", new PageLocatorOptions { HasText = StoryColleagues.Reviewers[0] }).Locator("input").First).ToBeCheckedAsync();
        await elsewhere.First.Locator("input[type=checkbox]").CheckAsync();
        await Screenshots.ShootAsync(page, "story-reviewers-elsewhere");
        await page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("article.review")).ToHaveCountAsync(2);
    }

    private async Task<Window> SignInAsync(string username)
    {
        var window = await program.OpenAsync(new WindowOptions(Scripts: false, Width: 1440));
        await window.SignInAsync(username, DemoAccounts.Password);
        return window;
    }
}
