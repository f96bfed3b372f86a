using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Hosting;
using Npgsql;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>Removes, now and then, what was uploaded and then named by no record. Several gateways may do so at once.</summary>
internal sealed partial class UnattachedSweep(UnattachedDocuments documents, TimeProvider time, ILogger<UnattachedSweep> logger)
    : HourlyWorker(TimeSpan.FromMinutes(1), time)
{
    protected override async Task RunOnceAsync(CancellationToken stop)
    {
        try
        {
            var removed = await documents.RemoveAsync(stop);
            if (removed.Documents + removed.Contents > 0) LogRemoved(logger, removed.Documents, removed.Contents);
        }
        catch (NpgsqlException fault)
        {
            // What is left is found the next time.
            LogFailed(logger, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Removed {Documents} documents that no record names, and {Contents} contents")]
    private static partial void LogRemoved(ILogger logger, int documents, int contents);

    [LoggerMessage(LogLevel.Warning, "Documents that no record names can't be removed now: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
