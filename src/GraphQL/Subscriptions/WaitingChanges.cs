using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>The changed rows that wait for a subscriber: each once, with its newest version, and no more than a limit.</summary>
internal sealed class WaitingChanges(int limit)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<RowKey, RowChange> _changes = [];
    private TaskCompletionSource _some = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GraphQLError? _end;

    /// <summary>Adds changes; what is too much ends it.</summary>
    public void Add(IEnumerable<RowChange> changes)
    {
        lock (_lock)
        {
            if (_end is not null) return;
            foreach (var change in changes)
                _changes[change.Key] = _changes.TryGetValue(change.Key, out var known) ? known.Then(change) : change;
            if (_changes.Count > limit) End(SubscriptionEnd.TooSlow(limit));
            else if (_changes.Count > 0) _some.TrySetResult();
        }
    }

    /// <summary>Ends it: what waits is forgotten, and whoever takes is told why.</summary>
    public void End(GraphQLError why)
    {
        lock (_lock)
        {
            _end ??= why;
            _changes.Clear();
            _some.TrySetResult();
        }
    }

    /// <summary>Takes the changes that have waited longest, and waits for some where there are none; none come after the time given.</summary>
    /// <exception cref="SubscriptionEndedException">It was ended.</exception>
    public async Task<IReadOnlyList<RowChange>> TakeAsync(int most, TimeSpan time, CancellationToken cancellation)
    {
        while (true)
        {
            Task some;
            lock (_lock)
            {
                ThrowIfEnded();
                if (_changes.Count > 0) return Take(most);
                if (_some.Task.IsCompleted) _some = new(TaskCreationOptions.RunContinuationsAsynchronously);
                some = _some.Task;
            }
            try
            {
                await some.WaitAsync(time, cancellation);
            }
            catch (TimeoutException)
            {
                return [];
            }
        }
    }

    /// <exception cref="SubscriptionEndedException">It was ended.</exception>
    public void ThrowIfEnded()
    {
        if (Volatile.Read(ref _end) is { } why) throw new SubscriptionEndedException(why);
    }

    private RowChange[] Take(int most)
    {
        RowChange[] taken = [.. _changes.Values.Take(most)];
        if (taken.Length == _changes.Count) _changes.Clear();
        else
            for (int i = taken.Length - 1; i >= 0; i--) _changes.RemoveAt(i);
        return taken;
    }
}
