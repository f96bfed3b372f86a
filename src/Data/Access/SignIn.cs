using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>Name and password are right.</summary>
    public sealed record SignedIn(ViewerAccount Viewer) : SignInOutcome;

    /// <summary>No such account, a wrong password, or a disabled account: not told apart.</summary>
    public sealed record InvalidCredentials : SignInOutcome;

    /// <summary>Too many failures; not even the right password helps before that time.</summary>
    public sealed record AccountLocked(DateTimeOffset Until) : SignInOutcome;
}

/// <summary>
/// Signs in with name and password. Ten failures in a row lock an account for five minutes; a name that doesn't exist costs
/// the same time as one that does.
/// </summary>
public sealed class SignIn(HomeroomDatabase database, TimeProvider time)
{
    public const int FailuresUntilLocked = 10;
    private const int LongestPassword = 256;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    private static readonly Account Nobody = new() { DisplayName = "" };
    private static readonly string NobodysHash = AccountManager.Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    private readonly ViewerAccounts viewers = new(database.Access);

    /// <summary>Tries it; failures are counted, and changes of the account are in the audit log under the caller's origin.</summary>
    public async Task<SignInOutcome> RunAsync(string userName, string password, string? origin, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(new Actor("sign-in", origin), cancellation);
        var (account, refusal) = await CheckAsync(work.Context, userName, password, cancellation);
        await work.CommitAsync(cancellation);
        if (refusal is not null)
            return refusal;

        // Read after the commit: a password hashed anew has raised the version.
        return await viewers.FindAsync(account!.Id, cancellation) is { } viewer
            ? new SignInOutcome.SignedIn(viewer)
            : new SignInOutcome.InvalidCredentials();
    }

    private async Task<(Account? Account, SignInOutcome? Refusal)> CheckAsync(
        AccessDbContext context, string userName, string password, CancellationToken cancellation)
    {
        using var accounts = AccountManager.Over(context);
        var account = await accounts.FindByNameAsync(userName);
        if (account?.PasswordHash is null || password.Length > LongestPassword)
        {
            AccountManager.Hasher.VerifyHashedPassword(Nobody, NobodysHash, password[..Math.Min(password.Length, LongestPassword)]);
            return (null, new SignInOutcome.InvalidCredentials());
        }

        if (account.LockoutEnd is { } until && until > time.GetUtcNow())
            return (null, new SignInOutcome.AccountLocked(until));
        if (!await accounts.CheckPasswordAsync(account, password))
            return (null, await CountFailureAsync(context, account.Id, cancellation));
        if (account.AccessFailedCount > 0)
            await ForgetFailuresAsync(context, account.Id, cancellation);
        return (account, null);
    }

    // One UPDATE and not read, add, write: attempts in parallel are all counted.
    private async Task<SignInOutcome> CountFailureAsync(AccessDbContext context, Guid accountId, CancellationToken cancellation)
    {
        var lockedUntil = time.GetUtcNow() + LockedFor;
        var account = context.Accounts.Where(a => a.Id == accountId);
        await account.ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= FailuresUntilLocked ? lockedUntil : a.LockoutEnd)
                .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= FailuresUntilLocked ? 0 : a.AccessFailedCount + 1),
            cancellation);
        var isLocked = await account.AnyAsync(a => a.LockoutEnd == lockedUntil, cancellation);
        return isLocked ? new SignInOutcome.AccountLocked(lockedUntil) : new SignInOutcome.InvalidCredentials();
    }

    private static Task<int> ForgetFailuresAsync(AccessDbContext context, Guid accountId, CancellationToken cancellation) =>
        context.Accounts.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancellation);
}
