using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>How the database answers a query, for whoever may know it (header <c>GraphQL-Plan</c>).</summary>
public sealed class PlanTests(PlanTests.LikeADeployment gateway) : IClassFixture<PlanTests.LikeADeployment>, IAsyncLifetime
{
    private const string Query = "query($name: String) { schools(first: 3, where: { name: { neq: $name } }) { nodes { name } } }";

    private string _admin = "", _analyst = "";

    /// <summary>The demo lets everybody see plans; a deployment does not.</summary>
    public sealed class LikeADeployment(PostgresCluster cluster) : GatewayFixture(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.Plans.Key, "false")];
    }

    public async ValueTask InitializeAsync() => (_admin, _analyst) = (await gateway.SignInAsync("platform-admin"), await gateway.SignInAsync("analyst-370403"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("report", true, false)]
    [InlineData("validate", false, false)]
    [InlineData("analyze", false, true)]
    public async Task Who_may_see_plans_is_told_the_statement_its_cost_and_its_plan(string wish, bool hasData, bool isAnalyzed)
    {
        using var answer = await SendAsync(wish, Query, _admin);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var root = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(hasData ? JsonValueKind.Object : JsonValueKind.Null, root.GetProperty("data").ValueKind);
        var plan = root.GetProperty("extensions").GetProperty("plan");
        string statement = plan.GetProperty("statement").GetString()!;
        Assert.Contains("\"homeroom\".\"school\"", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("no school has it", statement, StringComparison.Ordinal);
        Assert.True(plan.GetProperty("cost").GetProperty("requested").GetInt64() > 0);
        var explained = plan.GetProperty("postgres")[0];
        Assert.False(string.IsNullOrEmpty(explained.GetProperty("Plan").GetProperty("Node Type").GetString()));
        Assert.Equal(isAnalyzed, explained.TryGetProperty("Execution Time", out _));
    }

    [Fact]
    public async Task Both_reports_come_side_by_side()
    {
        using var answer = await SendAsync("report", Query, _admin, cost: "report");
        var extensions = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("extensions");
        Assert.Equal(["cost", "plan"], extensions.EnumerateObject().Select(report => report.Name));
    }

    [Fact]
    public async Task Others_are_refused_and_told_nothing()
    {
        foreach (string wish in (string[])["report", "validate", "analyze"])
        {
            using var refused = await SendAsync(wish, Query, _analyst);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            string text = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("FORBIDDEN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"plan\"", text, StringComparison.Ordinal);
            using var unknown = await SendAsync(wish, Query, token: null);
            Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        }
    }

    [Theory]
    [InlineData("report", "mutation { signIn(input: { username: \"a\", password: \"b\" }) { accessToken } }")]
    [InlineData("all", Query)]
    public async Task What_has_no_plan_is_refused(string wish, string query)
    {
        using var refused = await SendAsync(wish, query, _admin);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string wish, string query, string? token, string? cost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables = new { name = "no school has it" } }) };
        request.Headers.Add("GraphQL-Plan", wish);
        if (cost is not null) request.Headers.Add("GraphQL-Cost", cost);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
