using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>Automatic persisted queries of npm's Apollo Client and urql against the running server.</summary>
public sealed class PersistedQueryClientTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_client_sends_the_hash_then_the_text_once_and_from_then_on_the_hash_alone()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        await using var clients = NodeConversation.Start("persisted-queries.mjs", [new Uri(gateway.Http.BaseAddress!, "/graphql").ToString(), token]);

        // urql sends the text by GET where it fits into an address, Apollo by POST always.
        foreach (var (client, method) in new[] { ("apollo", "POST"), ("urql", "GET") })
        {
            var told = await clients.HearAsync(TestContext.Current.CancellationToken);
            Assert.Equal(client, told.GetProperty("client").GetString());
            Assert.All(told.GetProperty("data").EnumerateArray(), data =>
                Assert.Equal("analyst-370403", data.ValueKind == JsonValueKind.Object ? data.GetProperty("viewer").GetProperty("username").GetString() : data.ToString()));

            var requests = told.GetProperty("requests").EnumerateArray()
                .Select(request => (Method: request.GetProperty("method").GetString(), HasText: request.GetProperty("query").ValueKind == JsonValueKind.String, Hash: request.GetProperty("hash").GetString())).ToList();
            Assert.Equal<(string?, bool)>([("GET", false), (method, true), ("GET", false), ("GET", false)], requests.Select(request => (request.Method, request.HasText)));
            Assert.Single(requests.Select(request => request.Hash).Distinct());
        }
    }
}
