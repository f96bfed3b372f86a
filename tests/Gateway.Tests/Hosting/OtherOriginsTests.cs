using System.Net;
using System.Net.WebSockets;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Hosting;

/// <summary>A gateway that pages of one other origin may call.</summary>
public sealed class DashboardGateway(PostgresCluster cluster) : GatewayFixture(cluster)
{
    public const string Dashboard = "https://dashboard.example";

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.AllowedOrigins.Key, $"{Dashboard}/; http://localhost:8080")];
}

/// <summary>Pages of other origins (the Fetch standard's CORS protocol): those that are named may call, with a token and without cookies, and read what the headers say.</summary>
public sealed class OtherOriginsTests(DashboardGateway gateway) : IClassFixture<DashboardGateway>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/exports")]
    public async Task A_browser_is_told_what_a_page_of_the_origin_may_send(string path)
    {
        using var answer = await PreflightAsync(path, DashboardGateway.Dashboard);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(DashboardGateway.Dashboard, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("GET,POST", Header(answer, "Access-Control-Allow-Methods"));
        Assert.Contains("Authorization", Header(answer, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("If-None-Match", Header(answer, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("3600", Header(answer, "Access-Control-Max-Age"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://dashboard.example")]
    [InlineData("https://dashboard.example:8443")]
    [InlineData("null")]
    public async Task Pages_of_others_are_told_nothing(string origin)
    {
        using var answer = await PreflightAsync("/graphql", origin);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_answer_and_a_refusal_can_be_read_with_their_headers_and_differ_by_origin()
    {
        foreach (string? token in new[] { await gateway.SignInAsync("analyst-370403"), null })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("{ schools(first: 1) { nodes { id } } }")) { Headers = { { "Origin", DashboardGateway.Dashboard } } };
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            using var answer = await gateway.Http.SendAsync(request, Cancellation);
            Assert.Equal(token is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(DashboardGateway.Dashboard, Header(answer, "Access-Control-Allow-Origin"));
            Assert.Contains("ETag", Header(answer, "Access-Control-Expose-Headers"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("x-ratelimit-remaining", Header(answer, "Access-Control-Expose-Headers"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Origin", answer.Headers.Vary);
        }
    }

    [Theory]
    [InlineData(DashboardGateway.Dashboard, true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task A_socket_is_opened_for_the_origins_named(string origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", origin);
        var connecting = socket.ConnectAsync(new UriBuilder(gateway.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, Cancellation);
        if (opens) await connecting;
        else await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path)
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type" } },
        };
        return await gateway.Http.SendAsync(request, Cancellation);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
