using System.Diagnostics;
using HomeroomGraph.Data;
using HomeroomGraph.Testing;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>
/// The program as a user starts it, API and admin in one process of its own, over a database with the demo: nothing in it
/// stands in for anything.
/// </summary>
public class RunningProgram : IAsyncLifetime
{

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private readonly TestDatabase demo;
    private readonly List<string> said = [];
    private Process? program;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningProgram(PostgresCluster cluster)
        : this(new DemoDatabase(cluster))
    {
    }

    /// <param name="demo">The database it runs over.</param>
    protected RunningProgram(TestDatabase demo) => this.demo = demo;

    public Uri Admin { get; } = new Uri(FreePort.NextAddress());

    public Uri Api { get; } = new Uri(FreePort.NextAddress());

    public virtual async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        await demo.InitializeAsync();
        program = Start();
        await ReadyAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Chromium.Launch);
    }

    public Task<Window> OpenAsync(WindowOptions? options = null) => OpenAsync(Admin, options);

    /// <summary>A window before the API and not the admin.</summary>
    public Task<Window> OpenApiAsync(WindowOptions? options = null) => OpenAsync(Api, options);

    /// <summary>The program's database, for what others do meanwhile.</summary>
    public HomeroomDatabase Database => demo.Database;

    /// <summary>Changes the database behind the program's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = demo.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Window> OpenAsync(Uri address, WindowOptions? options)
    {
        Assert.SkipWhen(browser is null, "There is no Chromium: run tests/install-browser.");
        return await Window.OpenAsync(browser!, address, options ?? new WindowOptions());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (program is not null)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }
        if (Chromium.Path is not null)
            await demo.DisposeAsync();
    }

    /// <summary>What a test class wants set beside.</summary>
    protected virtual IEnumerable<(string Name, string Value)> MoreSettings() => [];

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HomeroomGraph.Gateway.dll")])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Homeroom"] = demo.ConnectionString;
        start.Environment["Homeroom__Demo"] = "true";
        start.Environment["ASPNETCORE_URLS"] = Api.ToString().TrimEnd('/');
        start.Environment["Homeroom__AdminUrl"] = Admin.ToString().TrimEnd('/');
        foreach (var (name, value) in MoreSettings())
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestStart && !program!.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Admin, "/health/ready"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
        lock (said)
            throw new InvalidOperationException($"The program did not get ready. It said:\n{string.Join('\n', said)}");
    }

    private void Note(string? line)
    {
        lock (said)
            said.Add(line ?? "");
    }
}
