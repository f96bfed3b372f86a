using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Subscriptions;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>How answers travel, and how much can be followed, as the settings have it.</summary>
public sealed record SubscriptionSettings(TransportOptions Transports, SubscriptionLimits Limits)
{
    internal static SubscriptionSettings Read(SettingsReader read)
    {
        const int many = 1_000_000;
        return new(
            new TransportOptions
            {
                NewerStatuses = read.OnOff(SettingsTable.HttpStatusDraft, otherwise: false),
                Compression = read.OnOff(SettingsTable.Compression, otherwise: true),
                OperationsPerConnection = read.WholeNumber(SettingsTable.SocketOperations, 1, many),
                InitTimeout = TimeSpan.FromSeconds(read.WholeNumber(SettingsTable.SocketInitSeconds, 1, 600)),
            },
            new SubscriptionLimits
            {
                Total = read.WholeNumber(SettingsTable.SubscriptionsTotal, 1, many),
                PerClient = read.WholeNumber(SettingsTable.SubscriptionsPerAccount, 1, many),
                Ids = read.WholeNumber(SettingsTable.SubscriptionIds, 1, 100_000),
                Waiting = read.WholeNumber(SettingsTable.SubscriptionWaiting, 1, many),
                Remembered = read.WholeNumber(SettingsTable.SubscriptionRows, 1, many),
            });
    }
}
