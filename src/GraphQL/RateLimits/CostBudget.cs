using System.Threading.RateLimiting;

namespace HomeroomGraph.GraphQL.RateLimits;

/// <summary>What clients may spend over time: each has a budget of points of cost that fills steadily and holds a minute's worth at most. An
/// operation is paid for when it begins, by its estimate (<see cref="Planning.OperationCost"/>), for that is known before anything runs. The budget is one
/// process's: behind several a client has one at each.</summary>
public sealed class CostBudget : IDisposable
{
    private const int StepsAMinute = 60;

    private readonly int _limit;
    private readonly TimeProvider _clock;
    private readonly PartitionedRateLimiter<string> _clients;

    /// <param name="pointsAMinute">What each client gets in a minute; at least what the dearest operation costs.</param>
    public CostBudget(int pointsAMinute, TimeProvider clock)
    {
        (_limit, _clock) = (pointsAMinute, clock);
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = pointsAMinute,
            TokensPerPeriod = Math.Max(1, pointsAMinute / StepsAMinute),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / StepsAMinute,
        };
        // Budgets of clients that have been away for long are forgotten there.
        _clients = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetTokenBucketLimiter(client, _ => options), StringComparer.Ordinal);
    }

    /// <summary>Pays for an operation.</summary>
    /// <returns>What is left.</returns>
    /// <exception cref="BudgetSpentException">There is not so much left; nothing was taken.</exception>
    internal RateLimit Spend(string client, long cost)
    {
        using var lease = _clients.AttemptAcquire(client, (int)Math.Min(cost, _limit));
        if (lease.IsAcquired) return Of(client);
        throw new BudgetSpentException(Of(client), lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1));
    }

    /// <summary>Where a client stands.</summary>
    public RateLimit Of(string client)
    {
        int remaining = (int)(_clients.GetStatistics(client)?.CurrentAvailablePermits ?? _limit);
        return new RateLimit(_limit, remaining, _clock.GetUtcNow() + (TimeSpan.FromMinutes(1) * (_limit - remaining) / _limit));
    }

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();
}
