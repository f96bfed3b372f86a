namespace HomeroomGraph.Gateway.Auth;

/// <summary>The signing keys in memory: the last whose time has come signs, all are believed and published.</summary>
public sealed class SigningKeyRing(ISigningKeyStore store, KeySchedule schedule, TimeProvider clock) : IDisposable
{
    /// <summary>How often an unknown key id may cause a look into the store: a flood of false tokens must not reach it.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile IReadOnlyList<SigningKey> keys = [];
    private DateTimeOffset lastLoad = DateTimeOffset.MinValue;

    /// <summary>The keys that are believed now, the last to sign first.</summary>
    public IReadOnlyList<SigningKey> Keys => [.. keys.Where(key => key.IsBelieved(clock.GetUtcNow()))];

    public async ValueTask<SigningKey> SigningKeyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (schedule.IsDue(keys, now))
            await LoadAsync(LookAgainAfter, cancellationToken);
        return keys.FirstOrDefault(key => key.SignsFrom <= now) ?? keys[^1];
    }

    /// <summary>The key of a token, or null when nobody here ever made it (another gateway may have just now, so the store is asked).</summary>
    public async ValueTask<SigningKey?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(keyId))
            return null;
        if (Find(keyId) is { } known)
            return known;
        await LoadAsync(LookAgainAfter, cancellationToken);
        return Find(keyId);
    }

    /// <summary>A token of that key is still believed, without a look into the store.</summary>
    public bool Believes(string? keyId) => keyId is not null && Find(keyId) is not null;

    /// <summary>Reads the keys anew: somebody has changed them, or it is time to look.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(TimeSpan.Zero, cancellationToken);

    public void Dispose() => loading.Dispose();

    private SigningKey? Find(string keyId) => keys.FirstOrDefault(key => key.Id == keyId && key.IsBelieved(clock.GetUtcNow()));

    private async Task LoadAsync(TimeSpan notBefore, CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (now - lastLoad < notBefore)
                return;
            keys = await store.LoadAsync(schedule, now, cancellationToken);
            lastLoad = now;
        }
        finally
        {
            loading.Release();
        }
    }
}
