using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HomeroomGraph.Admin.Api;

/// <summary>The admin is ready when the API is: without it there is nothing to show.</summary>
internal sealed class ApiReadiness(IHttpClientFactory clients, AdminSettings settings) : IHealthCheck
{
    public const string ClientName = "readiness";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var response = await clients.CreateClient(ClientName).GetAsync(settings.ApiReadyUrl, cancellationToken);
            return response.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The API at {settings.ApiReadyUrl} answers {(int)response.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The API at {settings.ApiReadyUrl} does not answer: {exception.Message}");
        }
    }
}
