using HomeroomGraph.Data.History;
using Npgsql;

namespace HomeroomGraph.Gateway.History;

/// <summary>Removes, now and then, what is older than the change log is kept (rule V4). Several gateways may do so at once.</summary>
internal sealed partial class ChangePruningWorker(ChangePruning pruning, int days, TimeProvider time, ILogger<ChangePruningWorker> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2), Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var pause = First; ; pause = Every)
            {
                await Task.Delay(pause, time, stoppingToken);
                await PruneAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It is the end.
        }
    }

    private async Task PruneAsync(CancellationToken stop)
    {
        try
        {
            long removed = await pruning.PruneAsync(days, stop);
            if (removed > 0) LogRemoved(logger, removed, days);
        }
        catch (NpgsqlException fault)
        {
            // What is left is removed the next time.
            LogFailed(logger, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Removed {Entries} entries of the change log that were older than {Days} days")]
    private static partial void LogRemoved(ILogger logger, long entries, int days);

    [LoggerMessage(LogLevel.Warning, "Old entries of the change log can't be removed now: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
