using System.Net;

namespace HomeroomGraph.Gateway.Tests.Hosting;

public sealed class HealthEndpointsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_gateway_with_a_database_is_live_and_ready(string path) => Assert.Equal(HttpStatusCode.OK, await GetAsync(path));

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

/// <summary>In a class of its own, since it takes the database away from its gateway.</summary>
public sealed class HealthWithoutDatabaseTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Without_its_database_a_gateway_is_live_and_not_ready()
    {
        await gateway.LoseDatabaseAsync();

        using var live = await gateway.Http.GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var ready = await gateway.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
