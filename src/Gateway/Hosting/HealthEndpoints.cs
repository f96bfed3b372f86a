using Npgsql;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>For whoever watches the program: is the process alive, and can it answer queries now.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder endpoints, NpgsqlDataSource reader)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        endpoints.MapGet("/health/ready", async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await AnswersAsync(reader, context.RequestAborted)
                ? Results.Json(new { status = "ready" })
                : Results.Json(new { status = "unavailable", reason = "The database does not answer." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }

    private static async Task<bool> AnswersAsync(NpgsqlDataSource reader, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await using var ping = reader.CreateCommand("select 1");
            await ping.ExecuteScalarAsync(limit.Token);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
