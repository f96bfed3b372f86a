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

    /// <summary>Name and password are right, but it is a first password whose time is over.</summary>
    public sealed record FirstPasswordExpired : SignInOutcome;

    internal static SignInOutcome Refused(PasswordVerdict verdict, DateTimeOffset? until) => verdict switch
    {
        PasswordVerdict.Locked => new AccountLocked(until!.Value),
        PasswordVerdict.Expired => new FirstPasswordExpired(),
        _ => new InvalidCredentials(),
    };
}

/// <summary>Signs a person in with name and password; see <see cref="PasswordCheck"/> for what guessing costs.</summary>
/// <param name="isDemo">The program serves the demo: otherwise the demo's accounts, whose password everybody knows, don't sign in.</param>
public sealed class SignIn(HomeroomDatabase database, TimeProvider time, bool isDemo)
{
    public const int FailuresUntilLocked = PasswordCheck.FailuresUntilLocked;

    private readonly ViewerAccounts viewers = new(database.Access);

    /// <summary>Tries it; failures are counted, and changes of the account are in the audit log under the caller's origin.</summary>
    public async Task<SignInOutcome> RunAsync(string userName, string password, string? origin, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(new Actor("sign-in", origin), cancellation);
        if (await FindAsync(work.Context, userName) is not { } account)
        {
            PasswordCheck.TakeTime(password);
            return new SignInOutcome.InvalidCredentials();
        }

        var (verdict, until) = await new PasswordCheck(work.Context, time).TryAsync(account, password, cancellation);
        if (verdict == PasswordVerdict.Right)
            await NoteDayAsync(work.Context, account.Id, cancellation);
        var session = await work.Context.Accounts.Where(a => a.Id == account.Id).Select(a => a.SessionVersion).SingleAsync(cancellation);
        await work.CommitAsync(cancellation);
        return verdict == PasswordVerdict.Right ? await OpenAsync(account.Id, session, cancellation) : SignInOutcome.Refused(verdict, until);
    }

    // Clients prove themselves otherwise.
    private async Task<Account?> FindAsync(AccessDbContext context, string userName)
    {
        using var accounts = AccountManager.Over(context);
        return await accounts.FindByNameAsync(userName) is { Kind: AccountKind.Person } account && (isDemo || !account.IsDemo) ? account : null;
    }

    private async Task NoteDayAsync(AccessDbContext context, Guid accountId, CancellationToken cancellation)
    {
        var day = new BusinessClock(time).Today;
        await context.Accounts.Where(a => a.Id == accountId && a.LastSignInOn != day)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInOn, day), cancellation);
    }

    // Read after the commit, for a password hashed anew has raised the versions; but the session is the one that the password was
    // checked in: had all sessions been ended since, this one is among them.
    private async Task<SignInOutcome> OpenAsync(Guid accountId, int session, CancellationToken cancellation) =>
        await viewers.FindAsync(accountId, cancellation) is { } viewer
            ? new SignInOutcome.SignedIn(viewer with { SessionVersion = session })
            : new SignInOutcome.InvalidCredentials();
}
