using HomeroomGraph.Data.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>What a machine client may do, and where: its scopes hold in the whole district, or in these schools of it only.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="DistrictId">The district.</param>
/// <param name="SchoolIds">The schools; none for all.</param>
/// <param name="Scopes">Of <see cref="AccessScope.All"/>.</param>
/// <param name="TrustedDocumentsOnly">It may send registered documents only.</param>
public sealed record ClientTerms(
    string Name, int DistrictId, IReadOnlyList<long> SchoolIds, IReadOnlyList<string> Scopes, bool TrustedDocumentsOnly = false);

/// <summary>A client with a secret, which is told this once.</summary>
public sealed record NewClientSecret(AccountKey Key, string ClientId, string Secret);

/// <summary>Machine clients are made, given new secrets and shut out by the platform admins of their district.</summary>
public sealed class Clients(HomeroomDatabase database, BusinessClock clock, TimeProvider time)
{
    /// <summary>The longest time for which the secret before goes on beside a new one.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <summary>Makes a client.</summary>
    /// <exception cref="RefusedException">The district is not the caller's, or the terms don't fit.</exception>
    public async Task<NewClientSecret> CreateAsync(Acting acting, ClientTerms terms, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(acting.Actor, cancellation);
        if (acting.AccountId is { } id)
            await AccountLocks.TakeAsync(work.Context, [id], cancellation);
        var authority = await AccountAuthority.OfAsync(work.Context, acting, cancellation);
        if (!authority.Administers(terms.DistrictId))
            throw new RefusedException(Refusal.NotFound("There is no such district among those you manage. 您管理的区县中没有这个区县。", "districtId"));
        await RequireFitAsync(terms, cancellation);

        var clientId = $"client-{Guid.CreateVersion7():N}";
        var account = new Account
        {
            Kind = AccountKind.Client, UserName = clientId, NormalizedUserName = clientId.ToUpperInvariant(), DisplayName = terms.Name.Trim(),
            DistrictId = terms.DistrictId, TrustedDocumentsOnly = terms.TrustedDocumentsOnly,
            SecurityStamp = SecurityStamp.New(), ConcurrencyStamp = Guid.NewGuid().ToString(),
        };
        account.Grants.AddRange(GrantsOf(terms));
        var (secret, kept) = ClientSecret.Create(terms.DistrictId, slot: 1, time.GetUtcNow());
        kept.Account = account;
        work.Context.Add(account);
        work.Context.Add(kept);
        await work.Context.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new(new(terms.DistrictId, account.AccountNumber), clientId, secret);
    }

    /// <summary>Gives a client a new secret. The newest one before goes on for a while beside it, so that nothing stands still while it is
    /// changed; others end at once. With no while at all the tokens end too: whoever has the old secret may have some.</summary>
    /// <exception cref="RefusedException">There is no such client among the caller's.</exception>
    public async Task<NewClientSecret> RotateSecretAsync(Acting acting, AccountKey key, TimeSpan overlap, CancellationToken cancellation)
    {
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
            throw new RefusedException(Refusal.InvalidInput("The old secret goes on for 0 to 720 hours. 旧密钥可保留 0 至 720 小时。", "keepOldHours"));
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Client, cancellation);
        if (managed.Account.IsDisabled)
            throw new RefusedException(Refusal.NotAllowed("The client is revoked. 该客户端已被撤销。"));
        var now = time.GetUtcNow();
        if (overlap == TimeSpan.Zero)
            managed.Account.SecurityStamp = SecurityStamp.New();
        var slot = await MakeRoomAsync(managed, now + overlap, cancellation);
        var (secret, kept) = ClientSecret.Create(key.DistrictId, slot, now);
        kept.AccountId = managed.Account.Id;
        managed.Context.Add(kept);
        await managed.CommitAsync(cancellation);
        return new(key, managed.Account.UserName!, secret);
    }

    /// <summary>Shuts a client out at once and for good: its secrets are gone, its tokens refused.</summary>
    /// <exception cref="RefusedException">There is no such client among the caller's.</exception>
    public async Task RevokeAsync(Acting acting, AccountKey key, CancellationToken cancellation)
    {
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Client, cancellation);
        managed.Account.IsDisabled = true;
        managed.Context.RemoveRange(await managed.Context.ClientSecrets.Where(s => s.AccountId == managed.Account.Id).ToListAsync(cancellation));
        await managed.CommitAsync(cancellation);
    }

    /// <summary>Keeps a client to registered documents, or lets it send any. It holds with the client's next request, whatever tokens are out.</summary>
    /// <exception cref="RefusedException">There is no such client among the caller's, or it is revoked.</exception>
    public async Task RestrictAsync(Acting acting, AccountKey key, bool trustedDocumentsOnly, CancellationToken cancellation)
    {
        await using var managed = await ManagedAccount.BeginAsync(database, acting, key, AccountKind.Client, cancellation);
        if (managed.Account.IsDisabled)
            throw new RefusedException(Refusal.NotAllowed("The client is revoked. 该客户端已被撤销。"));
        managed.Account.TrustedDocumentsOnly = trustedDocumentsOnly;
        await managed.CommitAsync(cancellation);
    }

    private static async Task<short> MakeRoomAsync(ManagedAccount managed, DateTimeOffset until, CancellationToken cancellation)
    {
        var secrets = await managed.Context.ClientSecrets.Where(s => s.AccountId == managed.Account.Id)
            .OrderByDescending(s => s.SecretNumber).ToListAsync(cancellation);
        foreach (var old in secrets.Skip(1))
            managed.Context.Remove(old);
        if (secrets is not [var newest, ..])
            return 1;
        newest.ExpiresAt = newest.ExpiresAt is { } end && end < until ? end : until;

        // Saved before the new one comes: the slot must be free.
        await managed.Context.SaveChangesAsync(cancellation);
        return (short)(3 - newest.Slot);
    }

    private async Task RequireFitAsync(ClientTerms terms, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(terms.Name))
            throw new RefusedException(Refusal.InvalidInput("The client needs a name. 请填写客户端名称。", "name"));
        if (terms.Scopes.Count == 0 || terms.Scopes.Except(AccessScope.All).FirstOrDefault() is not null)
        {
            throw new RefusedException(Refusal.InvalidInput($"The scopes are among {string.Join(", ", AccessScope.All)}; give at least one. 请至少给出一个有效范围。", "scopes"));
        }

        foreach (var school in terms.SchoolIds.Select(id => (long?)id).DefaultIfEmpty())
            await new RolePlace(AccessRole.Integrator, terms.DistrictId, school).RequireThereAsync(database, clock.Today, cancellation);
    }

    private static IEnumerable<AccessGrant> GrantsOf(ClientTerms terms) =>
        from scope in terms.Scopes.Distinct()
        from school in terms.SchoolIds.Distinct().Select(id => (long?)id).DefaultIfEmpty()
        select new AccessGrant { Role = AccessRole.Integrator, DistrictId = terms.DistrictId, SchoolId = school, Scope = scope };
}
