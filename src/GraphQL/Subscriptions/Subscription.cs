using System.Runtime.CompilerServices;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>A subscriber's stream of responses (spec 6.2.3). Rows are read when the subscriber is ready for them, so what waits is keys and
/// never answers; a row that changes while it waits is told once, as it is then.</summary>
public sealed class Subscription : IAsyncDisposable
{
    private readonly PreparedOperation _operation;
    private readonly ChangesBinding _followed;
    private readonly IServiceProvider _services;
    private readonly SubscriptionHub _hub;
    private readonly ChangeReader _reader;
    private readonly HashSet<RowKey>? _ids;
    private readonly WaitingChanges _waiting;
    private readonly int _batch;
    private readonly CancellationTokenSource _ended = new();
    private ITimer? _expiry;

    /// <summary>The rows the subscriber was told of and saw, with the version: of those it is told that they are gone.</summary>
    private readonly Dictionary<RowKey, long> _seen = [];

    internal Subscription(
        PreparedOperation operation, ChangesBinding followed, IReadOnlyCollection<RowKey>? ids, int batch, SubscriptionHub hub, ChangeReader reader, IServiceProvider services)
    {
        (_operation, _followed, _batch, _hub, _reader, _services) = (operation, followed, batch, hub, reader, services);
        _ids = ids is null ? null : [.. ids];
        _waiting = new WaitingChanges(hub.Limits.Waiting);
    }

    internal string Table => _followed.Target.LoggedAs;
    internal IViewer Viewer => _operation.Viewer;
    internal bool HasBegun { get; private set; }

    /// <summary>The responses, until the subscriber stops taking them.</summary>
    /// <param name="pulse">An empty one comes whenever it was quiet for so long.</param>
    /// <exception cref="SubscriptionEndedException">It was ended here; the error says why.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ResponsesAsync(TimeSpan pulse, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var changes = await _waiting.TakeAsync(_batch, pulse, cancellation);
            if (changes.Count == 0)
            {
                yield return default;
                continue;
            }
            foreach (var read in await ReadAsync(changes, cancellation))
            {
                // While one response was sent much can have happened.
                cancellation.ThrowIfCancellationRequested();
                _waiting.ThrowIfEnded();
                if (IsNews(read)) yield return read.Response;
            }
        }
    }

    /// <summary>Begins to follow: makes sure of the viewer, and remembers which of the named rows the viewer sees now.</summary>
    internal async Task BeginAsync(DateTimeOffset? expires, TimeProvider clock, CancellationToken cancellation)
    {
        if (expires is { } at) _expiry = CredentialExpiry.Await(at, clock, () => End(SubscriptionEnd.Expired));
        foreach (var key in await _hub.ReadAsync(stop => _reader.VisibleAsync(_operation, _ids ?? [], stop), cancellation)) _seen[key] = 0;
        HasBegun = true;
    }

    /// <summary>Changes of the subscription's table have come.</summary>
    internal void Offer(IReadOnlyList<RowChange> changes)
    {
        var ours = changes.Where(change => (_ids is null || _ids.Contains(change.Key)) && MaySee(change.Key)).ToList();
        if (ours.Count > 0) _waiting.Add(ours);
    }

    private bool MaySee(RowKey key) => Viewer.MaySee(key.DistrictId) && _followed.Concerns?.Invoke(Viewer, key) != false;

    /// <summary>Ends the stream with an error.</summary>
    internal void End(GraphQLError why)
    {
        _waiting.End(why);
        _ended.Cancel();
    }

    private async Task<IReadOnlyList<ReadChange>> ReadAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ended.Token);
        try
        {
            return await _hub.ReadAsync(stop => _reader.ReadAsync(_operation, changes, _services, stop), either.Token);
        }
        catch (StaleViewerException)
        {
            throw new SubscriptionEndedException(SubscriptionEnd.AccessChanged);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            _waiting.ThrowIfEnded();
            throw;
        }
    }

    /// <summary>Whether the subscriber is to be told. A row that it can't see and never saw is no news: a foreign one, and one that was never
    /// there, look alike.</summary>
    private bool IsNews(ReadChange read)
    {
        var (key, version) = (read.Change.Key, read.Change.Version);
        bool known = _seen.TryGetValue(key, out long seen);
        if (known && version <= seen) return false;
        if (!read.IsVisible) return _seen.Remove(key);
        _seen[key] = version;
        if (_seen.Count > _hub.Limits.Remembered) throw new SubscriptionEndedException(SubscriptionEnd.TooManyRows(_hub.Limits.Remembered));
        return true;
    }

    /// <summary>The subscriber is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _hub.Remove(this);
        if (_expiry is not null) await _expiry.DisposeAsync();
    }
}
