using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>One application open in two windows: who is overtaken sees by what, and loses nothing that was typed.</summary>
[Collection(StoryColleagues.Program)]
public sealed class TwoEditorsTests(RunningProgram program)
{
    [Fact]
    public async Task Who_is_overtaken_keeps_what_was_typed_sees_the_others_change_and_decides()
    {
        await StoryColleagues.MakeAsync(program);
        await using var first = await StoryPerson.SignInAsync(program, "teacher", "zh-CN");
        await using var second = await StoryPerson.SignInAsync(program, "teacher", "zh-CN");
        await first.Page.GotoAsync("/research/projects/new");
        await first.Page.Locator("#title").FillAsync("两人同写的课题");
        await first.Page.Locator("input[value=SCHOOL]").CheckAsync();
        await first.SendAsync();
        await Assertions.Expect(first.Page.Locator("#written")).ToBeVisibleAsync();
        var form = new Uri(first.Page.Url).AbsolutePath;
        var missing = await first.Page.Locator("#missing li").CountAsync();
        await second.Page.GotoAsync(form);

        // What is missing follows what is typed, without leaving the page, and leads to the field.
        await second.Page.Locator("#plan").FillAsync("另一窗口写的方案");
        await Assertions.Expect(second.Page.Locator("#missing li")).ToHaveCountAsync(missing - 1);
        await second.Page.Locator("#missing a[href='#necessity']").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#necessity")).ToBeFocusedAsync();

        await first.Page.Locator("#background").FillAsync("我写的背景");
        await Assertions.Expect(first.Page.Locator("#conflict dd").Last).ToHaveTextAsync("另一窗口写的方案");
        await Assertions.Expect(first.Page.Locator("#background")).ToHaveValueAsync("我写的背景");
        await Axe.AssertNoViolationAsync(first.Page);
        await Screenshots.ShootAsync(first.Page, "story-conflict");
        // Typing on does not save over the other's change by itself.
        // Until that is answered, which brings the same conflict anew, a click would go to what is taken away.
        await first.Page.RunAndWaitForResponseAsync(
            () => first.Page.Locator("#plan").FillAsync("我写的方案"), response => response.Url.EndsWith("handler=Save", StringComparison.Ordinal));
        await Assertions.Expect(first.Page.Locator("#saved")).ToContainTextAsync("在别处被修改");
        await second.Page.ReloadAsync();
        await Assertions.Expect(second.Page.Locator("#plan")).ToHaveValueAsync("另一窗口写的方案");
        await first.Page.Locator("#conflict button[name=over]").ClickAsync();
        await Assertions.Expect(first.Page.Locator(".alert-success")).ToBeVisibleAsync();
        await Assertions.Expect(first.Page.Locator("#plan")).ToHaveValueAsync("我写的方案");

        // The other window is behind now: a member in place is refused once, kept as typed, and goes through when it is sent again.
        await second.Page.Locator("#new-teacher").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await second.Page.Locator("#new-duty").FillAsync("问卷设计");
        await second.Page.Locator("button[value=add-member]").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#members [role=alert]")).ToContainTextAsync("在别处被修改");
        await Assertions.Expect(second.Page.Locator("#new-duty")).ToHaveValueAsync("问卷设计");
        await Axe.AssertNoViolationAsync(second.Page);
        await second.Page.Locator("button[value=add-member]").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#members form[aria-label] input[name=memberId]")).ToHaveCountAsync(2);
        await Assertions.Expect(second.Page.Locator("#behind .alert")).ToBeVisibleAsync();
        // And what else stands there is not saved over the first one's change unseen.
        await second.Page.Locator("#significance").FillAsync("意义");
        await Assertions.Expect(second.Page.Locator("#conflict dd").First).ToBeVisibleAsync();
        await second.Page.GotoAsync(form);
        await Assertions.Expect(second.Page.Locator("#background")).ToHaveValueAsync("我写的背景");

        // One's own saves and changes in place do not stand in each other's way.
        await second.Page.Locator("#significance").FillAsync("意义");
        await Assertions.Expect(second.Page.Locator("#saved .saved-good")).ToBeVisibleAsync();
        await second.Page.Locator("#members-1").FillAsync("前测");
        await second.Page.Locator("button[value=change-member]").Last.ClickAsync();
        await Assertions.Expect(second.Page.Locator("#missing a[href='#members-1']")).ToHaveCountAsync(0);
        await second.Page.Locator("#necessity").FillAsync("必要");
        await Assertions.Expect(second.Page.Locator("#missing a[href='#necessity']")).ToHaveCountAsync(0);

        await second.Page.GotoAsync(form[..form.LastIndexOf('/')] + "/discard");
        await second.SendAsync();
        await second.Page.WaitForURLAsync("**/research/projects");
        Assert.Empty(first.Complaints);
        Assert.Empty(second.Complaints);
    }
}
