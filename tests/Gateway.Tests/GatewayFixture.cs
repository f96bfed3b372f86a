using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests;

/// <summary>The API as it is served, on a free port, over a database of its own: <c>IClassFixture&lt;GatewayFixture&gt;</c>.</summary>
public class GatewayFixture : IAsyncLifetime
{
    private readonly PostgresCluster cluster;
    private WebApplication? host;

    public GatewayFixture(PostgresCluster cluster)
        : this(cluster, new DemoDatabase(cluster))
    {
    }

    protected GatewayFixture(PostgresCluster cluster, TestDatabase database) => (this.cluster, TestDatabase) = (cluster, database);

    /// <summary>Migrated, with the demo.</summary>
    public TestDatabase TestDatabase { get; }

    public HomeroomDatabase Database => TestDatabase.Database;

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => host!.Services;

    /// <summary>A token of an account's first session, without signing in.</summary>
    public async Task<string> TokenOfAsync(Guid accountId) =>
        (await Services.GetRequiredService<AccessTokens>().IssueAsync(new TokenSubject(accountId, 1), TestContext.Current.CancellationToken)).Token;

    /// <summary>Signs a demo account in and returns its token.</summary>
    public async Task<string> SignInAsync(string username, string password = DemoAccounts.Password)
    {
        const string mutation = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
        var answer = await PostAsync(mutation, new { input = new { username, password } });
        return answer.GetProperty("data").GetProperty("signIn").GetProperty("accessToken").GetString()
            ?? throw new InvalidOperationException($"{username} could not sign in: {answer}");
    }

    /// <summary>Posts a GraphQL request and reads the answer, whatever its status.</summary>
    public async Task<JsonElement> PostAsync(string query, object? variables = null, string? token = null)
    {
        using var response = await SendAsync(query, variables, token);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Posts a GraphQL request.</summary>
    public async Task<HttpResponseMessage> SendAsync(string query, object? variables = null, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What a crash of the database looks like from the gateway: its connections are cut and no new one comes about.</summary>
    public async Task LoseDatabaseAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(TestDatabase.ConnectionString).Database;
        await using var elsewhere = NpgsqlDataSource.Create(cluster.ConnectionStringTo("postgres"));
        await using var close = elsewhere.CreateCommand($"alter database \"{name}\" allow_connections false");
        await close.ExecuteNonQueryAsync();
        await using var cut = elsewhere.CreateCommand($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await cut.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until no transaction of the cluster, any other test's, holds up what was changed so far: whoever follows changes is told of it.</summary>
    public async Task UntilReadableAsync()
    {
        const string heldUp = "select exists (select from history.change_log where txid >= pg_snapshot_xmin(pg_current_snapshot()))";
        for (var until = DateTime.UtcNow.AddMinutes(1); await Database.Owner.ScalarAsync<bool>(heldUp); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(DateTime.UtcNow < until, "A transaction holds the log up.");
    }

    /// <summary>The clock that the API goes by.</summary>
    public virtual TimeProvider Clock => TimeProvider.System;

    public virtual async ValueTask InitializeAsync()
    {
        await TestDatabase.InitializeAsync();
        var settings = GatewaySettings.Read(new ConfigurationBuilder().AddInMemoryCollection([
            new(SettingsTable.ApiUrls.Key, "http://127.0.0.1:0"),
            new(SettingsTable.PublicUrl.Key, "http://homeroom.test"),
            new(SettingsTable.Admin.Key, "false"),
            new(SettingsTable.CostPerMinute.Key, "2000000000"), // One account of a test asks for more than a client may.
            new(SettingsTable.Reminders.Key, Reminds ? "true" : "false"),
        ]).AddInMemoryCollection(MoreSettings()).Build());
        host = ApiHost.Build(settings, Database, Clock);
        await host.StartAsync();
        Http.BaseAddress = new Uri(host.Urls.Single());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        await TestDatabase.DisposeAsync();
    }

    /// <summary>Reminders and messages go out by themselves: for the tests of them.</summary>
    protected virtual bool Reminds => false;

    /// <summary>What a test class wants set beside.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [];
}

/// <summary>The API over the whole demo, as the program has it.</summary>
public class FullGatewayFixture(PostgresCluster cluster) : GatewayFixture(cluster, new FullDemoDatabase(cluster));
