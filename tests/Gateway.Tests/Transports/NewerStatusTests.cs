using System.Text;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>The statuses of GraphQL over HTTP's edition of September 2026, which a setting turns on: 400 to what can't be read, 422 to
/// what can't run, 294 to data with errors. The older media type keeps its 200.</summary>
public sealed class NewerStatusTests(NewerStatusTests.Gateway gateway) : IClassFixture<NewerStatusTests.Gateway>
{
    private const string Json = "application/json", GraphQLResponse = "application/graphql-response+json";

    public sealed class Gateway(PostgresCluster cluster) : GatewayFixture(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.HttpStatusDraft.Key, "true")];
    }

    [Theory]
    [InlineData("""{"query":"{__typename}"}""", 200, 200)]
    [InlineData("""{"query":""", 400, 400)]
    [InlineData("""{"query":"{"}""", 400, 200)]
    [InlineData("""{"qeury":"{__typename}"}""", 422, 400)]
    [InlineData("""{"query":"{__typename}","variables":[7]}""", 422, 400)]
    [InlineData("""{"query":"{ nothing }"}""", 422, 200)]
    [InlineData("""{"query":"query A {__typename} query B {__typename}"}""", 422, 200)]
    [InlineData("""{"query":"query A($a: Int!) {__typename}","variables":{"a":null}}""", 422, 200)]
    [InlineData("""{"query":"{ schools { nodes { id } } }"}""", 401, 401)]
    public async Task A_request_has_the_status_of_the_newer_edition(string body, int status, int older)
    {
        Assert.Equal((status, older), (await StatusAsync(body, GraphQLResponse), await StatusAsync(body, Json)));
    }

    private async Task<int> StatusAsync(string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Json) };
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
