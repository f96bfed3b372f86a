using System.Security.Cryptography;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>
/// Signs a machine client in with its secret (client_credentials). There is no lock after failures: nobody guesses 256 bits, and a lock
/// would let anybody who knows a client's id stand in its way. Callers are slowed down by address instead.
/// </summary>
public sealed class ClientSignIn(HomeroomDatabase database, TimeProvider time)
{
    private const int LongestSecret = 256;

    private readonly ViewerAccounts viewers = new(database.Access);

    /// <summary>The client, or null: no such client, a wrong or expired secret, a revoked client are not told apart.</summary>
    public async Task<ViewerAccount?> RunAsync(string clientId, string secret, string? origin, CancellationToken cancellation)
    {
        if (secret.Length > LongestSecret)
            return null;
        await using var work = await database.BeginAccessWriteAsync(new Actor("client-sign-in", origin), cancellation);
        var now = time.GetUtcNow();
        var name = clientId.ToUpperInvariant();
        var secrets = await work.Context.ClientSecrets
            .Where(s => s.Account.NormalizedUserName == name && s.Account.Kind == AccountKind.Client && !s.Account.IsDisabled)
            .Where(s => s.ExpiresAt == null || s.ExpiresAt > now)
            .ToListAsync(cancellation);
        var given = ClientSecret.HashOf(secret);
        if (secrets.Find(s => CryptographicOperations.FixedTimeEquals(s.SecretHash, given)) is not { } used)
            return null;

        var today = new BusinessClock(time).Today;
        if (used.LastUsedOn != today)
        {
            used.LastUsedOn = today;
            await work.Context.SaveChangesAsync(cancellation);
        }

        await work.CommitAsync(cancellation);
        return await viewers.FindAsync(used.AccountId, cancellation);
    }
}
