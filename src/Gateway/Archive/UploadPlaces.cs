namespace HomeroomGraph.Gateway.Archive;

/// <summary>How many files arrive at once, and how many of them for one account: each takes room on the disk until it is stored. The others wait, with their
/// bytes unread.</summary>
internal sealed class UploadPlaces(int total)
{
    private readonly SemaphoreSlim _all = new(total);
    private readonly Dictionary<Guid, OfAccount> _accounts = [];

    /// <summary>Files that arrive for one account at once.</summary>
    public int PerAccount { get; } = Math.Max(1, total / 4);

    /// <summary>Takes a place, which disposing gives back; null where none became free in time.</summary>
    public async Task<IDisposable?> EnterAsync(Guid account, TimeSpan patience, CancellationToken cancellation)
    {
        var own = Join(account);
        bool hasOwn = false;
        try
        {
            hasOwn = await own.Places.WaitAsync(patience, cancellation);
            if (hasOwn && await _all.WaitAsync(patience, cancellation)) return new Place(this, account, own);
        }
        catch
        {
            Leave(account, own, hasOwn);
            throw;
        }
        Leave(account, own, hasOwn);
        return null;
    }

    private OfAccount Join(Guid account)
    {
        lock (_accounts)
        {
            if (!_accounts.TryGetValue(account, out var own)) _accounts[account] = own = new OfAccount(new SemaphoreSlim(PerAccount));
            own.Count++;
            return own;
        }
    }

    private void Leave(Guid account, OfAccount own, bool hasOwn)
    {
        if (hasOwn) own.Places.Release();
        lock (_accounts)
            if (--own.Count == 0) _accounts.Remove(account);
    }

    private sealed class OfAccount(SemaphoreSlim places)
    {
        public SemaphoreSlim Places { get; } = places;

        /// <summary>Transfers that have a place or wait for one.</summary>
        public int Count { get; set; }
    }

    private sealed class Place(UploadPlaces places, Guid account, OfAccount own) : IDisposable
    {
        public void Dispose()
        {
            places._all.Release();
            places.Leave(account, own, hasOwn: true);
        }
    }
}
