using System.Globalization;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Subscriptions;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>The limits of subscriptions; <c>docs/subscriptions.md</c> says what each means to a client. The defaults are the engine's.</summary>
public static partial class SettingsTable
{
    private static readonly SubscriptionLimits Followed = new();
    private static readonly TransportOptions Transports = new();

    public static readonly Setting SubscriptionsTotal = new("Homeroom__SubscriptionsTotal", Default(Followed.Total),
        "Subscriptions, and WebSockets, of this gateway.");

    public static readonly Setting SubscriptionsPerAccount = new("Homeroom__SubscriptionsPerAccount", Default(Followed.PerClient),
        "Subscriptions of one account, over all of its connections to this gateway.");

    public static readonly Setting SubscriptionIds = new("Homeroom__SubscriptionIds", Default(Followed.Ids),
        "Ids that one subscription may name.");

    public static readonly Setting SubscriptionWaiting = new("Homeroom__SubscriptionWaiting", Default(Followed.Waiting),
        "Changed rows that may wait for a subscriber; one for which there are more is ended.");

    public static readonly Setting SubscriptionRows = new("Homeroom__SubscriptionRows", Default(Followed.Remembered),
        "Rows that are remembered of what a subscriber was told; one that was told of more is ended.");

    public static readonly Setting SocketOperations = new("Homeroom__SocketOperations", Default(Transports.OperationsPerConnection),
        "Operations that one WebSocket runs and follows at a time.");

    public static readonly Setting SocketInitSeconds = new("Homeroom__SocketInitSeconds", Default((int)Transports.InitTimeout.TotalSeconds),
        "How long a WebSocket may take to say who it is.");

    public static readonly Setting ChangeLogDays = new("Homeroom__ChangeLogDays", "90",
        "How many days changes are kept for who follows them (changes); an older position is refused.");

    private static IReadOnlyList<Setting> Subscriptions =>
    [
        SubscriptionsTotal, SubscriptionsPerAccount, SubscriptionIds, SubscriptionWaiting, SubscriptionRows, SocketOperations, SocketInitSeconds,
    ];

    private static string Default(int number) => number.ToString(CultureInfo.InvariantCulture);
}
