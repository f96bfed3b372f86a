namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>How much subscribers may ask for.</summary>
public sealed record SubscriptionLimits
{
    /// <summary>Subscriptions of the whole process.</summary>
    public int Total { get; init; } = 2_000;

    /// <summary>Subscriptions of one client, over all of its connections.</summary>
    public int PerClient { get; init; } = 50;

    /// <summary>Ids that one subscription may name.</summary>
    public int Ids { get; init; } = 500;

    /// <summary>Changed rows that may wait for one subscriber.</summary>
    public int Waiting { get; init; } = 2_000;

    /// <summary>Rows that are remembered of what one subscriber was told: only of those it is told that they are gone.</summary>
    public int Remembered { get; init; } = 20_000;

    /// <summary>Changed rows that one statement reads.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>Statements that read for subscribers at once; the rest of the pool is for those who ask.</summary>
    public int Readers { get; init; } = 4;
}
