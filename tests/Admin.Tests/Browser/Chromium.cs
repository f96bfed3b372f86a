using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Where the system keeps its Chromium: <c>CHROMIUM</c> says, or the PATH.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : OnPath();

    public static BrowserTypeLaunchOptions Launch => new() { ExecutablePath = Path, Args = Arguments };

    private static string? OnPath()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return Names.SelectMany(_ => folders, (name, folder) => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
