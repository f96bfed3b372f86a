using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>
/// A transaction that changes an account of somebody else: both accounts are locked, so that a right that is taken away in the
/// meantime is either seen or waits, and the caller's power over the account is checked.
/// </summary>
internal sealed class ManagedAccount : IAsyncDisposable
{
    private readonly WriteTransaction<AccessDbContext> work;

    private ManagedAccount(WriteTransaction<AccessDbContext> work, AccountAuthority authority, Account account) =>
        (this.work, Authority, Account) = (work, authority, account);

    public AccountAuthority Authority { get; }

    public Account Account { get; }

    public AccessDbContext Context => work.Context;

    /// <summary>Begins, for an account that the caller has power over.</summary>
    /// <exception cref="RefusedException">It is not there, or the caller has no power over the whole of it.</exception>
    public static async Task<ManagedAccount> BeginAsync(
        HomeroomDatabase database, Acting acting, AccountKey key, AccountKind kind, CancellationToken cancellation)
    {
        var managed = await BeginSeenAsync(database, acting, key, kind, cancellation);
        if (managed.Authority.Manages(managed.Account))
            return managed;
        await managed.DisposeAsync();
        throw new RefusedException(Refusal.NotAllowed(managed.Authority.IsSelf(managed.Account)
            ? "This is your own account: somebody else has to do that. 不能对自己的账号执行此操作。"
            : "The account has roles that are not yours to manage. 该账号拥有超出您管理范围的角色。"));
    }

    /// <summary>Begins, for an account that the caller sees; what may be done is asked of <see cref="Authority"/>.</summary>
    public static async Task<ManagedAccount> BeginSeenAsync(
        HomeroomDatabase database, Acting acting, AccountKey key, AccountKind kind, CancellationToken cancellation)
    {
        var work = await database.BeginAccessWriteAsync(acting.Actor, cancellation);
        try
        {
            var id = await work.Context.Accounts
                .Where(a => a.AccountNumber == key.Number && a.DistrictId == key.DistrictId && a.Kind == kind)
                .Select(a => a.Id).SingleOrDefaultAsync(cancellation);
            await AccountLocks.TakeAsync(work.Context, [id, acting.AccountId ?? id], cancellation);
            var account = await work.Context.Accounts.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id, cancellation);
            var authority = await AccountAuthority.OfAsync(work.Context, acting, cancellation);
            if (account is null || !(kind == AccountKind.Client ? authority.Administers(key.DistrictId) : authority.Sees(account)))
                throw new RefusedException(Refusal.NotFound("There is no such account. 没有这个账号。"));
            return new(work, authority, account);
        }
        catch
        {
            await work.DisposeAsync();
            throw;
        }
    }

    /// <summary>Saves and commits.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await work.Context.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => work.DisposeAsync();
}

/// <summary>Row locks of accounts, always taken in the same order: two who change each other's accounts wait and don't deadlock.</summary>
internal static class AccountLocks
{
    public static Task TakeAsync(AccessDbContext context, Guid[] accounts, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync(
            $"select from access.account where account_id = any ({accounts}) order by account_id for update", cancellation);
}
