namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>The subscriptions of this process. Whoever follows the log of changes tells it what is read, and it tells the subscribers.</summary>
public sealed class SubscriptionHub(SubscriptionLimits limits) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Subscription> _subscriptions = [];
    private readonly List<TaskCompletionSource> _beginning = [];
    private readonly SemaphoreSlim _readers = new(limits.Readers);

    internal SubscriptionLimits Limits { get; } = limits;

    /// <summary>There is a new subscriber: the log must be read, or a reading be begun anew.</summary>
    public event Action? Wanted;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _subscriptions.Count;
        }
    }

    /// <summary>How many of a client's have begun: all that changes from then on is told.</summary>
    public int CountOf(string client)
    {
        lock (_lock) return _subscriptions.Count(subscription => subscription.HasBegun && subscription.Viewer.Client == client);
    }

    /// <summary>The viewers of all subscriptions.</summary>
    public IReadOnlyCollection<IViewer> Viewers
    {
        get
        {
            lock (_lock) return [.. _subscriptions.Select(subscription => subscription.Viewer).Distinct()];
        }
    }

    /// <summary>A reading of the log begins: the tables whose changes are wanted from it. What a subscriber is told begins with it.</summary>
    public IReadOnlyCollection<string> BeginReading()
    {
        lock (_lock)
        {
            foreach (var begun in _beginning) begun.TrySetResult();
            _beginning.Clear();
            return [.. _subscriptions.Select(subscription => subscription.Table).Distinct()];
        }
    }

    /// <summary>These changes were read.</summary>
    public void Publish(IEnumerable<TableChange> changes)
    {
        foreach (var table in changes.GroupBy(change => change.Table, change => change.Change))
        {
            var rows = table.ToList();
            foreach (var subscription in All().Where(subscription => subscription.Table == table.Key)) subscription.Offer(rows);
        }
    }

    /// <summary>The rights of some viewers are no longer what they were: their subscriptions end.</summary>
    public void EndOf(Predicate<IViewer> viewer)
    {
        foreach (var subscription in All().Where(subscription => viewer(subscription.Viewer))) subscription.End(SubscriptionEnd.AccessChanged);
    }

    /// <summary>Takes a subscription on, and waits until a reading of the log has begun that counts for it.</summary>
    /// <exception cref="GraphQLRequestException">There are too many.</exception>
    internal async Task AddAsync(Subscription subscription, CancellationToken cancellation)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            Check(subscription.Viewer);
            _subscriptions.Add(subscription);
            _beginning.Add(begun);
        }
        Wanted?.Invoke();
        await begun.Task.WaitAsync(cancellation);
    }

    internal void Remove(Subscription subscription)
    {
        lock (_lock) _subscriptions.Remove(subscription);
    }

    /// <summary>Runs a statement for a subscriber, a few at a time.</summary>
    internal async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        try
        {
            return await read(cancellation);
        }
        finally
        {
            _readers.Release();
        }
    }

    private List<Subscription> All()
    {
        lock (_lock) return [.. _subscriptions];
    }

    private void Check(IViewer viewer)
    {
        if (_subscriptions.Count >= Limits.Total)
            throw Refused("There are too many subscriptions here now. Try again shortly.");
        if (_subscriptions.Count(other => other.Viewer.Client == viewer.Client) >= Limits.PerClient)
            throw Refused($"An account may have {Limits.PerClient} subscriptions at a time. End one first.");
    }

    private static GraphQLRequestException Refused(string message) => new([new GraphQLError(message, ErrorCodes.LimitExceeded)]);

    public void Dispose() => _readers.Dispose();
}
