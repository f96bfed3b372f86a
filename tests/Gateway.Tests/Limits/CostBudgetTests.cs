using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>A gateway whose budgets are small: 600 points a minute, which are ten a second.</summary>
public sealed class SmallBudgetFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
        [new(SettingsTable.MaxCost.Key, "600"), new(SettingsTable.CostPerMinute.Key, "600")];
}

/// <summary>What a client may spend over time: what it is told, what it is refused, what costs nothing. Each test has an account of its own.</summary>
public sealed class CostBudgetTests(SmallBudgetFixture gateway) : IClassFixture<SmallBudgetFixture>
{
    private const string Schools = "{ schools(first: 300) { nodes { id } } }";
    private const int Cost = 302;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_says_where_the_client_stands_in_its_headers_and_in_the_field()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var answer = await gateway.SendAsync("{ rateLimit { limit cost remaining resetAt } schools(first: 300) { nodes { id } } }", token: token);
        var field = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("data").GetProperty("rateLimit");

        Assert.Equal((600, Cost + 1), (field.GetProperty("limit").GetInt32(), field.GetProperty("cost").GetInt32()));
        Assert.Equal("600", Header(answer, "x-ratelimit-limit"));
        // It fills while the answer is made.
        Assert.InRange(Number(answer, "x-ratelimit-remaining"), 600 - (Cost + 1), 600 - (Cost + 1) + 100);
        Assert.InRange(field.GetProperty("remaining").GetInt32(), 600 - (Cost + 1), 600 - (Cost + 1) + 100);
        Assert.InRange(Number(answer, "x-ratelimit-reset"), DateTimeOffset.UtcNow.AddSeconds(5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddSeconds(60).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Who_has_spent_the_budget_is_refused_and_told_when_to_come_again_and_others_are_not_held_up()
    {
        string token = await gateway.SignInAsync("analyst-371723");
        using (var first = await gateway.SendAsync(Schools, token: token)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var refused = await gateway.SendAsync(Schools, token: token);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var error = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors")[0];
        Assert.Equal("TOO_MANY_REQUESTS", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("600", Header(refused, "x-ratelimit-limit"));
        Assert.InRange(Number(refused, "x-ratelimit-remaining"), 0, Cost - 1);
        Assert.InRange(Number(refused, "Retry-After"), 1, 60);

        // Less is possible at once, a stream is refused as well, and another client has a budget of its own.
        Assert.True((await gateway.PostAsync("{ schools(first: 1) { nodes { id } } }", null, token)).TryGetProperty("data", out _));
        Assert.Contains("TOO_MANY_REQUESTS", await StreamAsync(Schools, token), StringComparison.Ordinal);
        using var other = await gateway.SendAsync(Schools, token: await gateway.SignInAsync("analyst-370829"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(Number(refused, "Retry-After") + 1), Cancellation);
        using var again = await gateway.SendAsync(Schools, token: token);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_has_not_changed_and_what_would_only_be_estimated_costs_nothing()
    {
        string token = await gateway.SignInAsync("research-officer-370403");
        using var first = await GetAsync(Schools, token);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        for (var time = 0; time < 3; time++)
        {
            using var same = await GetAsync(Schools, token, first.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.True(Number(same, "x-ratelimit-remaining") >= Number(first, "x-ratelimit-remaining"));
        }
        for (var time = 0; time < 3; time++)
        {
            using var estimate = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Schools }), Headers = { { "GraphQL-Cost", "validate" } } };
            estimate.Headers.Authorization = new("Bearer", token);
            using var told = await gateway.Http.SendAsync(estimate, Cancellation);
            Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        }
    }

    [Fact]
    public async Task An_export_costs_what_the_dearest_operation_does()
    {
        string token = await gateway.SignInAsync("moral-officer-370403");
        using (var export = await GetAsync("{ schools { nodes { name } } }", token, path: "/exports?format=csv&"))
        {
            Assert.Equal(HttpStatusCode.OK, export.StatusCode);
            Assert.InRange(Number(export, "x-ratelimit-remaining"), 0, 100);
        }
        using var refused = await GetAsync("{ schools { nodes { name } } }", token, path: "/exports?format=csv&");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(Number(refused, "Retry-After"), 1, 60);
    }

    private async Task<HttpResponseMessage> GetAsync(string query, string token, string? tag = null, string path = "/graphql?")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}query={Uri.EscapeDataString(query)}");
        request.Headers.Authorization = new("Bearer", token);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await gateway.Http.SendAsync(request, Cancellation);
    }

    private async Task<string> StreamAsync(string query, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }), Headers = { { "Accept", "text/event-stream" } } };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await gateway.Http.SendAsync(request, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static long Number(HttpResponseMessage answer, string name) => long.Parse(Header(answer, name), CultureInfo.InvariantCulture);
}
