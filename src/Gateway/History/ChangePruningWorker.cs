using HomeroomGraph.Data.History;
using HomeroomGraph.Gateway.Hosting;
using Npgsql;

namespace HomeroomGraph.Gateway.History;

/// <summary>Removes, now and then, what is older than the change log is kept (rule V4). Several gateways may do so at once.</summary>
internal sealed partial class ChangePruningWorker(ChangePruning pruning, int days, TimeProvider time, ILogger<ChangePruningWorker> logger)
    : HourlyWorker(TimeSpan.FromMinutes(2), time)
{
    protected override async Task RunOnceAsync(CancellationToken stop)
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
