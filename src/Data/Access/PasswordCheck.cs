using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>What came of trying a password.</summary>
internal enum PasswordVerdict
{
    Right,
    Wrong,
    Locked,
    Expired,
}

/// <summary>
/// Tries a password against an account. Ten failures in a row lock it for five minutes; a wrong password costs the same time
/// whatever the account, also where there is none.
/// </summary>
internal sealed class PasswordCheck(AccessDbContext context, TimeProvider time)
{
    public const int FailuresUntilLocked = 10;
    public const int LongestPassword = 256;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    private static readonly Account Nobody = new() { DisplayName = "" };
    private static readonly string NobodysHash = AccountManager.Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>What no account there is costs.</summary>
    public static void TakeTime(string password) =>
        AccountManager.Hasher.VerifyHashedPassword(Nobody, NobodysHash, password[..Math.Min(password.Length, LongestPassword)]);

    /// <summary>Tries it, and counts a failure.</summary>
    public async Task<(PasswordVerdict Verdict, DateTimeOffset? LockedUntil)> TryAsync(
        Account account, string password, CancellationToken cancellation)
    {
        if (account.PasswordHash is null || password.Length > LongestPassword)
        {
            TakeTime(password);
            return (PasswordVerdict.Wrong, null);
        }

        if (account.LockoutEnd is { } until && until > time.GetUtcNow())
            return (PasswordVerdict.Locked, until);
        using var accounts = AccountManager.Over(context);
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            // A first password's hash is quick to try: the difference would tell that there is such an account.
            if (account.MustChangePassword)
                TakeTime(password);
            return await CountFailureAsync(account.Id, cancellation);
        }

        if (account.AccessFailedCount > 0)
            await ForgetFailuresAsync(account.Id, cancellation);
        return (account.FirstPasswordExpiresAt <= time.GetUtcNow() ? PasswordVerdict.Expired : PasswordVerdict.Right, null);
    }

    // One UPDATE and not read, add, write: attempts in parallel are all counted.
    private async Task<(PasswordVerdict, DateTimeOffset?)> CountFailureAsync(Guid accountId, CancellationToken cancellation)
    {
        var lockedUntil = time.GetUtcNow() + LockedFor;
        var account = context.Accounts.Where(a => a.Id == accountId);
        await account.ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= FailuresUntilLocked ? lockedUntil : a.LockoutEnd)
                .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= FailuresUntilLocked ? 0 : a.AccessFailedCount + 1),
            cancellation);
        return await account.AnyAsync(a => a.LockoutEnd == lockedUntil, cancellation)
            ? (PasswordVerdict.Locked, lockedUntil)
            : (PasswordVerdict.Wrong, null);
    }

    private Task<int> ForgetFailuresAsync(Guid accountId, CancellationToken cancellation) =>
        context.Accounts.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancellation);
}
