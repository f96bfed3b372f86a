namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Work that is done now and then while the program runs: not while it starts, and then each hour.</summary>
/// <param name="first">How long after the start it is done first.</param>
internal abstract class HourlyWorker(TimeSpan first, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Does it once.</summary>
    protected abstract Task RunOnceAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var pause = first; ; pause = Every)
            {
                await Task.Delay(pause, time, stoppingToken);
                await RunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It is the end.
        }
    }
}
