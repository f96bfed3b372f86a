using HomeroomGraph.Data.Demo;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Somebody in a story at the browser: finds the way by forms and fields, which have the same names in every language.</summary>
public sealed class StoryPerson(Window window) : IAsyncDisposable
{
    private static readonly FilePayload Report = new() { Name = "报告.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"u8.ToArray() };

    public IPage Page => window.Page;

    /// <summary>What the browser complained of, which is to be nothing.</summary>
    public IReadOnlyList<string> Complaints => window.Complaints;

    public static async Task<StoryPerson> SignInAsync(RunningProgram program, string username, string language)
    {
        var window = await program.OpenAsync(new WindowOptions(language, 1440));
        await window.Page.GotoAsync("/sign-in");
        await window.Page.Locator($"button[value={language}]").ClickAsync();
        await window.SignInAsync(username, DemoAccounts.Password);
        return new StoryPerson(window);
    }

    /// <summary>Opens a page of the story and has axe look at it.</summary>
    public async Task OpenAsync(string address, string? picture = null)
    {
        await Page.GotoAsync(address);
        await Axe.AssertNoViolationAsync(Page);
        if (picture is not null)
            await Screenshots.ShootAsync(Page, picture);
    }

    /// <summary>Takes a step from the project's page, by the button that is shown for it, and comes back to the project with a word that it is done.</summary>
    public async Task TakeAsync(string project, string step, params (string Name, string Value)[] fields)
    {
        await FillStepAsync(project, step, fields);
        await SendAsync();
        await Assertions.Expect(Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    /// <summary>Takes a step that is refused; answers what was said.</summary>
    public async Task<string> RefusedAsync(string project, string step, params (string Name, string Value)[] fields)
    {
        await FillStepAsync(project, step, fields);
        await SendAsync();
        var problem = Page.Locator(".field-problem, #problem").First;
        await Assertions.Expect(problem).ToBeVisibleAsync();
        await Axe.AssertNoViolationAsync(Page);
        return await problem.InnerTextAsync();
    }

    public async Task AssertHasAsync(string selector, string text) => await Assertions.Expect(Page.Locator(selector).First).ToContainTextAsync(text);

    public Task SendAsync() => Page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private async Task FillStepAsync(string project, string step, (string Name, string Value)[] fields)
    {
        await Page.GotoAsync(project);
        await Page.Locator($"main a[href*='/{step}']").First.ClickAsync();
        await Assertions.Expect(Page.Locator("main form.card")).ToBeVisibleAsync();
        await Axe.AssertNoViolationAsync(Page);
        foreach (var (name, value) in fields)
        {
            if (name == "documentId")
                await Page.Locator("#documentId").SetInputFilesAsync(Report);
            else if (await Page.Locator($"input[type=radio][name={name}]").CountAsync() > 0)
                await Page.Locator($"input[name={name}][value={value}]").CheckAsync();
            else
                await Page.Locator($"#{name}").FillAsync(value);
        }
    }
}
