using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Pictures of pages for people to look at, when <c>HOMEROOM_SCREENSHOTS</c> names a folder for them.</summary>
internal static class Screenshots
{
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HOMEROOM_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
