using HomeroomGraph.Data.Demo;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>A district's analyst at the real program: the fourth step of what a new user does.</summary>
[Collection(RealProgram.Name)]
public sealed class RealProgramTests(RunningProgram program)
{
    [Fact]
    public async Task An_analyst_signs_in_finds_a_school_and_reads_who_heads_its_classes()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await window.SignInAsync("analyst-370403", DemoAccounts.Password);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("您好");
        await Axe.AssertNoViolationAsync(page);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "学校", Exact = true }).ClickAsync();
        var rows = page.Locator("#schools tbody tr");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await Screenshots.ShootAsync(page, "real-schools");
        await Axe.AssertNoViolationAsync(page);

        await page.Locator("#q").FillAsync("实验小学");
        await Assertions.Expect(page.Locator("#count")).ToContainTextAsync("符合条件");
        await Assertions.Expect(rows.First).ToContainTextAsync("实验小学");
        await rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("实验小学");
        await Screenshots.ShootAsync(page, "real-school");
        await Axe.AssertNoViolationAsync(page);

        await page.Locator("td a[href^='/teachers/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#appointments")).ToBeVisibleAsync();
        await Screenshots.ShootAsync(page, "real-teacher");
        await Axe.AssertNoViolationAsync(page);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_list_is_read_to_its_end_and_back()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await window.SignInAsync("analyst-370403", DemoAccounts.Password, "/schools");
        var first = await NamesAsync(page);
        var seen = new List<string>(first);
        while (await page.Locator("a#next[href]").CountAsync() > 0)
        {
            var next = await page.Locator("#next").GetAttributeAsync("href");
            await page.GotoAsync(next!);
            seen.AddRange(await NamesAsync(page));
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var total = string.Concat((await page.Locator("#count").InnerTextAsync()).Where(char.IsAsciiDigit));
        Assert.Equal(total, $"{seen.Count}");

        while (await page.Locator("a#previous[href]").CountAsync() > 0)
            await page.GotoAsync((await page.Locator("#previous").GetAttributeAsync("href"))!);
        Assert.Equal(first, await NamesAsync(page));
    }

    [Fact]
    public async Task Figures_order_the_list_and_a_filter_narrows_it()
    {
        await using var window = await program.OpenAsync(new WindowOptions("en"));
        var page = window.Page;
        await window.SignInAsync("analyst-370403", DemoAccounts.Password, "/schools?order=-classes&stage=PRIMARY");
        var figures = await page.Locator("#schools tbody td.number:nth-last-child(2)").AllInnerTextsAsync();
        Assert.NotEmpty(figures);
        Assert.Equal(figures.Select(int.Parse).OrderDescending(), figures.Select(int.Parse));
        var stages = await page.Locator("#schools tbody td:nth-child(3)").AllInnerTextsAsync();
        Assert.Single(stages.Distinct());
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("grade-head")]
    [InlineData("principal")]
    [InlineData("analyst-371723")]
    [InlineData("platform-admin")]
    public async Task Every_account_sees_its_own_part_and_no_error(string username)
    {
        await using var window = await program.OpenAsync(new WindowOptions("en"));
        var page = window.Page;
        await window.SignInAsync(username, DemoAccounts.Password, "/schools");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("学校|Schools"));
        foreach (var path in await LinksAsync(page, "/schools/"))
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("#classes")).ToBeVisibleAsync();
            foreach (var teacher in (await LinksAsync(page, "/teachers/")).Take(2))
            {
                await page.GotoAsync(teacher);
                await Assertions.Expect(page.Locator("#appointments")).ToBeVisibleAsync();
            }
        }
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_principal_makes_accounts_for_the_teachers_and_one_of_them_chooses_a_password()
    {
        await using var office = await program.OpenAsync();
        var page = office.Page;
        await office.SignInAsync("principal", DemoAccounts.Password, "/people/teachers");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".slip").First).ToBeVisibleAsync();
        await Screenshots.ShootAsync(page, "real-slips");
        var username = await page.Locator(".slip dd code").First.InnerTextAsync();
        var password = await page.Locator(".slip .first-password").First.InnerTextAsync();
        await page.GotoAsync("/people");
        await Assertions.Expect(page.Locator("#people tbody tr")).ToHaveCountAsync(20);
        await Screenshots.ShootAsync(page, "real-people");
        Assert.Empty(office.Complaints);

        await using var teacher = await program.OpenAsync();
        page = teacher.Page;
        await teacher.SignInAsync(username, password);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("请设置您自己的密码");
        await page.GotoAsync("/schools");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("请设置您自己的密码");
        await page.Locator("#current").FillAsync(password);
        await page.Locator("#new").FillAsync("xuecheng laoshi 26");
        await page.Locator("#repeated").FillAsync("xuecheng laoshi 26");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("学校");
        Assert.Empty(teacher.Complaints);
    }

    [Fact]
    public async Task A_platform_admin_finds_a_school_and_makes_an_account_for_its_office()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await window.SignInAsync("platform-admin", DemoAccounts.Password, "/people");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "新建账号" }).ClickAsync();
        await page.Locator("input[value=RESEARCH_OFFICE]").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("#school").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("#name").FillAsync("教科室新账号");
        await page.Locator("#username").FillAsync("new-office");
        await page.Locator("main form button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator(".slip .first-password")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".slip-note")).ToContainTextAsync("有效期至");
        await Axe.AssertNoViolationAsync(page);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "返回账号" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("教科室新账号");
        await Assertions.Expect(page.Locator(".roles")).ToContainTextAsync("教科室");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_auditor_reads_who_changed_a_record()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await window.SignInAsync("auditor", DemoAccounts.Password);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "审计记录", Exact = true }).ClickAsync();
        await page.Locator("#table").SelectOptionAsync("homeroom.teacher");
        await Assertions.Expect(page.Locator("#entries tbody tr")).ToHaveCountAsync(20);
        await Screenshots.ShootAsync(page, "real-audit");
        await Axe.AssertNoViolationAsync(page);

        await page.Locator("#entries tbody th a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".changes").Last).ToContainTextAsync("工号");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("教师");
        await Screenshots.ShootAsync(page, "real-trail");
        await Axe.AssertNoViolationAsync(page);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_wrong_password_and_a_school_that_is_none_are_told_in_words()
    {
        await using var window = await program.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/sign-in");
        await page.Locator("#username").FillAsync("principal");
        await page.Locator("#password").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或密码不正确");

        await window.SignInAsync("principal", DemoAccounts.Password);
        foreach (var (path, title) in new[] { ("/schools/nonsense", "未找到"), ("/schools?after=nonsense", "请求无效"), ("/teachers/VGVhY2hlcjox", "未找到") })
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        }
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IPage page) =>
        await page.Locator("#schools tbody th a").AllInnerTextsAsync();

    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page, string prefix) =>
        await page.Locator($"main td a[href^='{prefix}'], main th a[href^='{prefix}']")
            .EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))].slice(0, 3)");
}
