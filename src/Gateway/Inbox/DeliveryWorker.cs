using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Inbox.Delivery;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>Sends what waits to be sent, one message after the other. What could not be sent says why to its person, and is tried again.</summary>
internal sealed partial class DeliveryWorker(
    Outbox outbox, IEnumerable<IMessageSender> senders, InboxSettings settings, TimeProvider time, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private readonly Dictionary<MessageChannel, IMessageSender> _senders = senders.ToDictionary(sender => sender.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(settings.LookEvery, time, stoppingToken);
            try
            {
                await outbox.GatherAsync(stoppingToken);
                while (await outbox.TakeAsync(stoppingToken) is { } message) await SendAsync(message, stoppingToken);
            }
            // Whatever goes wrong here is no reason to stop answering.
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogLost(logger, fault);
            }
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken stop)
    {
        if (!message.IsWanted)
        {
            await outbox.DroppedAsync(message, stop);
            return;
        }
        try
        {
            await _senders[message.Channel].SendAsync(message, stop);
        }
        catch (NotSentException refusal)
        {
            LogNotSent(logger, message.Id, message.Attempt, refusal.Message);
            await outbox.FailedAsync(message, refusal.Message, stop);
            return;
        }
        await outbox.SentAsync(message, stop);
    }

    [LoggerMessage(LogLevel.Warning, "Messages can't be sent now")]
    private static partial void LogLost(ILogger logger, Exception fault);

    [LoggerMessage(LogLevel.Information, "Message {Id} was not sent at attempt {Attempt}: {Reason}")]
    private static partial void LogNotSent(ILogger logger, Guid id, int attempt, string reason);
}
