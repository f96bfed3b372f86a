using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>The audits of GraphQL over HTTP that npm's graphql-http carries, against the running server.</summary>
public sealed class HttpAuditTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Every_audit_passes()
    {
        var url = new Uri(gateway.Http.BaseAddress!, "/graphql");
        var results = (await NodeScript.RunAsync("http-audits.mjs", new { url }, TestContext.Current.CancellationToken)).EnumerateArray()
            .Select(audit => (
                Id: audit.GetProperty("id").GetString()!,
                Name: audit.GetProperty("name").GetString()!,
                Status: audit.GetProperty("status").GetString()!,
                Reason: audit.TryGetProperty("reason", out var reason) ? reason.GetString() : null))
            .ToList();

        Assert.All(results, audit => Assert.True(audit.Status == "ok", $"{audit.Id} {audit.Name}: {audit.Status}, {audit.Reason}"));
        Assert.Equal(61, results.DistinctBy(audit => audit.Id).Count());
        var levels = results.CountBy(audit => audit.Name.Split(' ')[0]).ToDictionary();
        Assert.Equal((13, 23, 25), (levels["MUST"], levels["SHOULD"], levels["MAY"]));
    }
}
