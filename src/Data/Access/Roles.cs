using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Access;

/// <summary>Gives and takes roles; effective with the next request of whoever has them.</summary>
public sealed class Roles(HomeroomDatabase database, BusinessClock clock)
{
    /// <summary>Gives an account a role.</summary>
    /// <exception cref="RefusedException">It is not the caller's to give, does not fit, or is there already.</exception>
    public async Task GrantAsync(Acting acting, AccountKey key, RolePlace place, CancellationToken cancellation)
    {
        place.RequireShape();
        await using var managed = await ManagedAccount.BeginSeenAsync(database, acting, key, AccountKind.Person, cancellation);
        RequireOthers(managed);
        if (!managed.Authority.MayGive(place.Role, place.DistrictId, place.SchoolId))
            throw new RefusedException(Refusal.NotAllowed("That role is not yours to give. 您无权授予该角色。", "role"));
        await place.RequireThereAsync(database, clock.Today, cancellation);
        if (managed.Account.Grants.Any(grant => IsSame(grant, place)))
            throw new RefusedException(Refusal.AlreadyThere("The account has that role already. 该账号已有此角色。"));
        managed.Account.Grants.Add(place.ToGrant());
        await managed.CommitAsync(cancellation);
    }

    /// <summary>Takes a role away; returns whose it was.</summary>
    /// <param name="acting">Who takes it.</param>
    /// <param name="role">The district and the number of the grant.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">There is no such role, or it is not the caller's to take.</exception>
    public async Task<AccountKey> RevokeAsync(Acting acting, AccountKey role, CancellationToken cancellation)
    {
        await using var managed = await ManagedAccount.BeginSeenAsync(
            database, acting, await OwnerOfAsync(role, cancellation), AccountKind.Person, cancellation);
        RequireOthers(managed);
        var grant = managed.Account.Grants.SingleOrDefault(g => g.GrantNumber == role.Number && g.DistrictId == role.DistrictId) ?? throw NoSuchRole();
        if (!managed.Authority.MayGive(grant.Role, grant.DistrictId, grant.SchoolId))
            throw new RefusedException(Refusal.NotAllowed("That role is not yours to take away. 您无权撤销该角色。"));
        managed.Context.Remove(grant);
        await managed.CommitAsync(cancellation);
        return await KeyOfAsync(managed.Account.Id, cancellation);
    }

    private async Task<AccountKey> OwnerOfAsync(AccountKey role, CancellationToken cancellation)
    {
        await using var find = database.Access.CreateCommand("""
            select a.district_id, a.account_number from access."grant" g join access.account a using (account_id)
            where g.grant_number = $1 and g.district_id = $2
            """);
        find.Parameters.Add(new() { Value = role.Number });
        find.Parameters.Add(new() { Value = role.DistrictId });
        await using var row = await find.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetInt32(0), row.GetInt64(1)) : throw NoSuchRole();
    }

    // The account may belong elsewhere now.
    private async Task<AccountKey> KeyOfAsync(Guid accountId, CancellationToken cancellation)
    {
        await using var find = database.Access.CreateCommand("select district_id, account_number from access.account where account_id = $1");
        find.Parameters.Add(new() { Value = accountId });
        await using var row = await find.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetInt32(0), row.GetInt64(1));
    }

    private static void RequireOthers(ManagedAccount managed)
    {
        if (managed.Authority.IsSelf(managed.Account))
            throw new RefusedException(Refusal.NotAllowed("Nobody changes the own roles. 不能更改自己的角色。"));
    }

    private static bool IsSame(AccessGrant grant, RolePlace place) =>
        new RolePlace(grant.Role, grant.DistrictId, grant.SchoolId, grant.Grade, grant.TeacherId, grant.InspectorPostId) == place;

    private static RefusedException NoSuchRole() => new(Refusal.NotFound("There is no such role. 没有这个角色。", "roleId"));
}
