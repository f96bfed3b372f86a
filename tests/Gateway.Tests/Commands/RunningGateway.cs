using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The program serving, as a process of its own over the demo, and its verbs as others beside it.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly DemoDatabase demo;
    private readonly ProgramRun run;

    private RunningGateway(DemoDatabase demo, ProgramRun run, Uri address)
    {
        (this.demo, this.run) = (demo, run);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public static async Task<RunningGateway> StartAsync(DemoDatabase demo)
    {
        var address = new Uri(FreePort.NextAddress());
        var run = ProgramRun.Start(
            [], Database(demo), ("Homeroom__Demo", "true"), ("Homeroom__Admin", "false"), ("ASPNETCORE_URLS", address.ToString().TrimEnd('/')));
        await run.SaysAsync("Ctrl-C stops it");
        return new RunningGateway(demo, run, address);
    }

    /// <summary>Runs a verb to its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> VerbAsync(params string[] arguments) => ProgramRun.ToEndAsync(arguments, Database(demo));

    public async Task<string> SignInAsync(string username)
    {
        var query = $$"""mutation { signIn(input: {username: "{{username}}", password: "{{DemoAccounts.Password}}"}) { accessToken } }""";
        using var answer = await Http.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return json.GetProperty("data").GetProperty("signIn").GetProperty("accessToken").GetString()!;
    }

    /// <summary>The status of a question with that token.</summary>
    public async Task<HttpStatusCode> AskAsync(string query, string token, bool byGet)
    {
        using var request = new HttpRequestMessage(byGet ? HttpMethod.Get : HttpMethod.Post, byGet ? $"/graphql?query={Uri.EscapeDataString(query)}" : "/graphql");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        if (!byGet)
            request.Content = JsonContent.Create(new { query });
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>The ids of the keys that it publishes.</summary>
    public async Task<IReadOnlyList<string>> PublishedKeysAsync()
    {
        var keys = await Http.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json", TestContext.Current.CancellationToken);
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await run.InterruptAsync();
        await run.ExitCodeAsync();
        await run.DisposeAsync();
    }

    private static (string Name, string Value) Database(DemoDatabase demo) => ("ConnectionStrings__Homeroom", demo.ConnectionString);
}
