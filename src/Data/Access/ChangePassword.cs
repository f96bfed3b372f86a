using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>An account's own password is changed, the first one too. All sessions end; the outcome opens a new one.</summary>
public sealed class ChangePassword(HomeroomDatabase database, TimeProvider time)
{
    private readonly ViewerAccounts viewers = new(database.Access);

    /// <summary>Changes it. A wrong current password counts as a failed sign-in: a token that was found doesn't help to guess it.</summary>
    /// <exception cref="RefusedException">The new password does not meet the rules; nothing was changed.</exception>
    public async Task<SignInOutcome> RunAsync(
        Guid accountId, string currentPassword, string newPassword, string? origin, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(Actor.Account(accountId, origin), cancellation);
        await AccountLocks.TakeAsync(work.Context, [accountId], cancellation);
        var account = await work.Context.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && !a.IsDisabled, cancellation);
        if (account is null)
            return new SignInOutcome.InvalidCredentials();

        var (verdict, until) = await new PasswordCheck(work.Context, time).TryAsync(account, currentPassword, cancellation);
        if (verdict != PasswordVerdict.Right)
        {
            await work.CommitAsync(cancellation);
            return SignInOutcome.Refused(verdict, until);
        }

        await SetAsync(work.Context, account, currentPassword, newPassword);
        await work.Context.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return await viewers.FindAsync(accountId, cancellation) is { } viewer
            ? new SignInOutcome.SignedIn(viewer)
            : new SignInOutcome.InvalidCredentials();
    }

    private static async Task SetAsync(AccessDbContext context, Account account, string currentPassword, string newPassword)
    {
        using var accounts = AccountManager.Over(context);
        await accounts.RequireGoodAsync(account, newPassword);
        if (newPassword == currentPassword)
            throw new RefusedException(Refusal.PasswordRefused("The new password is the old one. 新密码与原密码相同。", "newPassword"));
        account.PasswordHash = AccountManager.Hasher.HashPassword(account, newPassword);
        account.SecurityStamp = SecurityStamp.New();
        account.MustChangePassword = false;
        account.FirstPasswordExpiresAt = null;
    }
}
