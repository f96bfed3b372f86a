using HomeroomGraph.Data;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Inbox.Delivery;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>The inbox for the host: its use cases, and what runs by itself.</summary>
internal static class InboxServices
{
    public static void AddInbox(this IServiceCollection services, InboxSettings settings, HomeroomDatabase database)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PlacesOfMessages>();
        services.AddSingleton<ChangePreferences>();
        services.AddSingleton<MarkNotifications>();
        services.AddSingleton(new Reminders(database.Access));
        services.AddSingleton(new Outbox(database.Access));
        services.AddSingleton<IMessageSender, MailSender>();
        services.AddSingleton<IMessageSender, WebhookSender>();
        if (!settings.IsOn) return;
        services.AddHostedService<ReminderWorker>();
        services.AddHostedService<DeliveryWorker>();
    }
}
