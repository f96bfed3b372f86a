using HomeroomGraph.Data;
using HomeroomGraph.Data.Inbox;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>Reminds on each business day, and looks again each hour for what came onto the desks meanwhile. Gateways that run at once share the work: who comes
/// second finds a district done.</summary>
internal sealed partial class ReminderWorker(Reminders reminders, BusinessClock clock, TimeProvider time, ILogger<ReminderWorker> logger) : BackgroundService
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(5), LookEvery = TimeSpan.FromMinutes(1), AgainAfter = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the program starts.
        await Task.Delay(FirstAfter, time, stoppingToken);
        while (true)
        {
            try
            {
                int told = await reminders.RunAsync(clock.Today, AgainAfter, stoppingToken);
                if (told > 0) LogTold(logger, told);
            }
            // Whatever goes wrong here is no reason to stop answering.
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogLost(logger, fault);
            }
            await Task.Delay(LookEvery, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Told} reminders were told")]
    private static partial void LogTold(ILogger logger, int told);

    [LoggerMessage(LogLevel.Warning, "Reminders can't be told now")]
    private static partial void LogLost(ILogger logger, Exception fault);
}
