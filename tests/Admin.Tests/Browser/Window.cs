using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>How a browser window is set.</summary>
public sealed record WindowOptions(string Language = "zh-CN", int Width = 1280, int Height = 900, bool Dark = false, bool Scripts = true);

/// <summary>
/// A browser window before the admin. It notes whatever should not happen unseen: errors of scripts, refusals by the content
/// security policy, and requests to any other origin.
/// </summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Window(IBrowserContext context, IPage page, Uri admin)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(admin.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Complaints.Add("outside request: " + request.Url);
        };
    }

    private const float Patience = 60_000;

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public static async Task<Window> OpenAsync(IBrowser browser, Uri admin, WindowOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = admin.ToString(),
            Locale = options.Language,
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = options.Scripts,
        });
        // How fast a page is, is not what these tests are about: a machine that does much else may take its time.
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Window(context, await context.NewPageAsync(), admin);
    }

    public async Task SignInAsync(string username = "analyst", string password = "right", string address = "/")
    {
        await Page.GotoAsync(address);
        await Page.Locator("#username").FillAsync(username);
        await Page.Locator("#password").FillAsync(password);
        await Page.Locator("form[action^='/sign-in'] button[type=submit]").ClickAsync();
        await Page.Locator("#main").WaitForAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
