using HomeroomGraph.Admin.Tests.Hosting;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>A real Chromium before the admin. Playwright's own browsers are not downloaded; tests/install-browser brings the system's.</summary>
public sealed class BrowserFixture : AdminFixture, IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Chromium.Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Chromium.Launch);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>A fresh window without cookies. Skips the test when there is no browser.</summary>
    public async Task<Window> OpenAsync(WindowOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "There is no Chromium: run tests/install-browser.");
        return await Window.OpenAsync(browser!, Url, options ?? new WindowOptions());
    }
}
