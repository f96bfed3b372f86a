namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>The end of the credentials that something lasting rests on.</summary>
internal static class CredentialExpiry
{
    /// <summary>Timers go no further than some weeks; nothing here lasts so long.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(30);

    /// <summary>Does something when that time has come; at once where it has passed.</summary>
    public static ITimer Await(DateTimeOffset at, TimeProvider clock, Action ended)
    {
        var left = TimeSpan.FromTicks(Math.Clamp((at - clock.GetUtcNow()).Ticks, 0, Furthest.Ticks));
        return clock.CreateTimer(_ => ended(), null, left, Timeout.InfiniteTimeSpan);
    }
}
