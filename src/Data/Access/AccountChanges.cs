using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>What the managers of an account do to it; see <see cref="AccountAuthority"/> for who they are.</summary>
public sealed class AccountChanges(HomeroomDatabase database, FirstPasswords passwords)
{
    /// <summary>Gives a new first password, which is returned this once. All sessions end.</summary>
    public async Task<FirstPassword> ResetPasswordAsync(Acting acting, AccountKey key, CancellationToken cancellation)
    {
        FirstPassword? password = null;
        await ChangeAsync(acting, key, account => password = passwords.GiveTo(account), cancellation);
        return password!;
    }

    /// <summary>Takes off the lock of too many failed sign-ins.</summary>
    public Task UnlockAsync(Acting acting, AccountKey key, CancellationToken cancellation) =>
        ChangeAsync(acting, key, account => (account.LockoutEnd, account.AccessFailedCount) = (null, 0), cancellation);

    /// <summary>Shuts an account out at once, or lets it in again.</summary>
    public Task SetDisabledAsync(Acting acting, AccountKey key, bool isDisabled, CancellationToken cancellation) =>
        ChangeAsync(acting, key, account => account.IsDisabled = isDisabled, cancellation);

    /// <summary>Ends all sessions of an account: all its tokens are refused at once.</summary>
    public Task SignOutEverywhereAsync(Acting acting, AccountKey key, CancellationToken cancellation) =>
        ChangeAsync(acting, key, account => account.SecurityStamp = SecurityStamp.New(), cancellation);

    /// <summary>Ends all sessions of the caller's own account.</summary>
    public async Task SignOutEverywhereAsync(Guid accountId, string? origin, CancellationToken cancellation)
    {
        var acting = new Acting(accountId, origin);
        await using var work = await database.BeginAccessWriteAsync(acting.Actor, cancellation);
        var stamp = SecurityStamp.New();
        await work.Context.Accounts.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SecurityStamp, stamp), cancellation);
        await work.CommitAsync(cancellation);
    }

    private async Task ChangeAsync(Acting acting, AccountKey key, Action<Account> change, CancellationToken cancellation)
    {
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Person, cancellation);
        change(managed.Account);
        await managed.CommitAsync(cancellation);
    }
}
