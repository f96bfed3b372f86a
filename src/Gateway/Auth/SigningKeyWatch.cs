using HomeroomGraph.Data;
using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>
/// Keeps the keys in memory those of the database: it listens for changes, which the verb <c>keys</c> or another gateway makes, and looks
/// by itself now and then, so that a lost notification delays a revocation by half a minute at most.
/// </summary>
internal sealed partial class SigningKeyWatch(HomeroomDatabase database, SigningKeyRing keys, ILogger<SigningKeyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30), TryAgainAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or SetupException or IOException or TimeoutException)
            {
                LogLost(logger, fault.Message);
                await PauseAsync(stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await database.Access.OpenConnectionAsync(stop);
        await using (var listen = new NpgsqlCommand("listen homeroom_signing_key", connection))
            await listen.ExecuteNonQueryAsync(stop);
        while (true)
        {
            // After the listening began, so that no change falls in between.
            await keys.ReloadAsync(stop);
            await connection.WaitAsync(LookEvery, stop);
        }
    }

    private static async Task PauseAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(TryAgainAfter, stop);
        }
        catch (OperationCanceledException)
        {
            // It is the end, which the loop sees.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The signing keys can't be watched now: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
