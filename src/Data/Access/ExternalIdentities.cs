using HomeroomGraph.Data.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>Which account a person of a foreign authority is.</summary>
public sealed class ExternalIdentities(HomeroomDatabase database, TimeProvider time)
{
    private const int LongestSubject = 255;

    /// <summary>The account that is linked with that name of that issuer.</summary>
    public Task<Guid?> FindLinkedAsync(string issuer, string subject, CancellationToken cancellation) =>
        FindAsync("select account_id from access.external_identity where issuer = $1 and subject = $2", [issuer, subject], cancellation);

    /// <summary>The account of that user name; never a client.</summary>
    public Task<Guid?> FindNamedAsync(string userName, CancellationToken cancellation) => FindAsync(
        "select account_id from access.account where normalized_user_name = $1 and kind = 'person'", [userName.ToUpperInvariant()], cancellation);

    /// <summary>Links an account. Whoever holds that identity then signs in as it, so it takes the same power as a new first password.</summary>
    /// <exception cref="RefusedException">The account is not the caller's to manage, or the identity is another account's.</exception>
    public async Task LinkAsync(Acting acting, AccountKey key, string issuer, string subject, CancellationToken cancellation)
    {
        if (subject.Length is 0 or > LongestSubject)
            throw new RefusedException(Refusal.InvalidInput("The subject has 1 to 255 letters. 主体标识为 1 至 255 个字符。", "subject"));
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Person, cancellation);
        if (await managed.Context.ExternalIdentities.AnyAsync(
            i => i.Issuer == issuer && i.Subject == subject && i.AccountId != managed.Account.Id, cancellation))
        {
            throw new RefusedException(Refusal.AlreadyThere("That identity is linked with another account. 该身份已关联其他账号。", "subject"));
        }

        await UnlinkAsync(managed, issuer, cancellation);
        managed.Context.Add(new ExternalIdentity
        {
            Issuer = issuer, Subject = subject, AccountId = managed.Account.Id, DistrictId = managed.Account.DistrictId, LinkedAt = time.GetUtcNow(),
        });
        await managed.CommitAsync(cancellation);
    }

    /// <summary>Takes the link away; all sessions of the account end.</summary>
    /// <exception cref="RefusedException">The account is not the caller's to manage.</exception>
    public async Task UnlinkAsync(Acting acting, AccountKey key, string issuer, CancellationToken cancellation)
    {
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Person, cancellation);
        await UnlinkAsync(managed, issuer, cancellation);
        await managed.CommitAsync(cancellation);
    }

    private static async Task UnlinkAsync(ManagedAccount managed, string issuer, CancellationToken cancellation)
    {
        var linked = await managed.Context.ExternalIdentities
            .Where(i => i.AccountId == managed.Account.Id && i.Issuer == issuer).ToListAsync(cancellation);
        if (linked.Count == 0)
            return;
        managed.Context.RemoveRange(linked);
        managed.Account.SecurityStamp = SecurityStamp.New();
        await managed.Context.SaveChangesAsync(cancellation);
    }

    private async Task<Guid?> FindAsync(string sql, string[] values, CancellationToken cancellation)
    {
        await using var find = database.Access.CreateCommand(sql);
        foreach (var value in values)
            find.Parameters.Add(new() { Value = value });
        return await find.ExecuteScalarAsync(cancellation) as Guid?;
    }
}
