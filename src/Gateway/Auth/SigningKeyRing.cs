namespace HomeroomGraph.Gateway.Auth;

/// <summary>The signing keys in memory: the newest signs, all are believed and published.</summary>
public sealed class SigningKeyRing(ISigningKeyStore store, TimeProvider clock) : IDisposable
{
    /// <summary>A gateway makes a new key when the newest is older than this.</summary>
    public static readonly TimeSpan RotateAfter = TimeSpan.FromDays(90);

    /// <summary>How often an unknown key id may cause a look into the store: a flood of false tokens must not reach it.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile IReadOnlyList<SigningKey> keys = [];
    private DateTimeOffset lastLoad = DateTimeOffset.MinValue;

    public IReadOnlyList<SigningKey> Keys => keys;

    public async ValueTask<SigningKey> SigningKeyAsync(CancellationToken cancellationToken)
    {
        if (keys.Count == 0 || keys[0].CreatedAt < clock.GetUtcNow() - RotateAfter)
            await LoadAsync(cancellationToken);
        return keys[0];
    }

    /// <summary>The key of a token, or null when nobody here ever made it (another gateway may have just now, so the store is asked).</summary>
    public async ValueTask<SigningKey?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(keyId))
            return null;
        if (Find(keyId) is { } known)
            return known;
        await LoadAsync(cancellationToken);
        return Find(keyId);
    }

    public void Dispose() => loading.Dispose();

    private SigningKey? Find(string keyId) => keys.FirstOrDefault(key => key.Id == keyId);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (now - lastLoad < LookAgainAfter)
                return;
            keys = await store.LoadAsync(now - RotateAfter, now, cancellationToken);
            lastLoad = now;
        }
        finally
        {
            loading.Release();
        }
    }
}
