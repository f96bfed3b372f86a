using HomeroomGraph.Data.Refusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Access;

/// <summary>Makes an account for a person who is no teacher of the roll (a district's officer, a school's office), with its first role.</summary>
public sealed class CreateAccount(HomeroomDatabase database, BusinessClock clock, FirstPasswords passwords)
{
    /// <summary>Makes it; the first password is told this once.</summary>
    /// <exception cref="RefusedException">The role is not the caller's to give, or the name is taken or no name.</exception>
    public async Task<NewAccount> RunAsync(
        Acting acting, string userName, string displayName, RolePlace place, CancellationToken cancellation)
    {
        place.RequireShape();
        await using var work = await database.BeginAccessWriteAsync(acting.Actor, cancellation);
        if (acting.AccountId is { } id)
            await AccountLocks.TakeAsync(work.Context, [id], cancellation);
        var authority = await AccountAuthority.OfAsync(work.Context, acting, cancellation);
        if (!authority.MayGive(place.Role, place.DistrictId, place.SchoolId))
            throw new RefusedException(Refusal.NotAllowed("That role is not yours to give. 您无权授予该角色。", "role"));
        await place.RequireThereAsync(database, clock.Today, cancellation);

        var account = new Account { UserName = userName, DisplayName = displayName.Trim(), DistrictId = place.DistrictId, SchoolId = place.SchoolId };
        if (account.DisplayName.Length == 0)
            throw new RefusedException(Refusal.InvalidInput("The account needs a name to show. 请填写显示名称。", "displayName"));
        var password = passwords.GiveTo(account);
        account.Grants.Add(place.ToGrant());
        await AddAsync(work.Context, account);
        await work.CommitAsync(cancellation);
        return new(new(place.DistrictId, account.AccountNumber), userName, password, account.DisplayName, place.TeacherId, null);
    }

    private static async Task AddAsync(AccessDbContext context, Account account)
    {
        using var accounts = AccountManager.Over(context);
        try
        {
            var outcome = await accounts.CreateAsync(account);
            if (!outcome.Succeeded)
                throw NameRefused(string.Join(' ', outcome.Errors.Select(error => error.Description)));
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: "one_account_a_user_name" })
        {
            throw NameRefused("The user name is taken. 用户名已被使用。");
        }
    }

    private static RefusedException NameRefused(string why) => new(Refusal.InvalidInput(why, "username"));
}
