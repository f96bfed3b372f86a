using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Bench;

/// <summary>
/// Two accounts to ask with: an analyst of the first district, and one of all. They have the demo's password, so a database with them is
/// served to this machine only.
/// </summary>
internal sealed class BenchAccounts(HomeroomDatabase database)
{
    public const string OfOne = "bench-analyst-1";
    public const string OfAll = "bench-analyst";

    public async Task AddAsync(int districts, CancellationToken cancellation)
    {
        var codes = Enumerable.Range(1, districts).Select(BenchSeed.CodeOf).ToArray();
        var ids = await FindAsync(codes, cancellation);
        await using var work = await database.BeginAccessWriteAsync(Actor.Seed, cancellation);
        using var accounts = AccountManager.Over(work.Context);
        await GrantAsync(work.Context, accounts, OfOne, "基准01区数据分析员", ids[..1], cancellation);
        await GrantAsync(work.Context, accounts, OfAll, "全部基准区数据分析员", ids, cancellation);
        await work.CommitAsync(cancellation);
    }

    private static async Task GrantAsync(
        AccessDbContext context, Microsoft.AspNetCore.Identity.UserManager<Account> accounts, string userName, string displayName, int[] districts, CancellationToken cancellation)
    {
        var account = await context.Set<Account>().Include(a => a.Grants).SingleOrDefaultAsync(a => a.UserName == userName, cancellation);
        if (account is null)
        {
            account = new Account { UserName = userName, DisplayName = displayName, IsDemo = true };
            var outcome = await accounts.CreateAsync(account, DemoAccounts.Password);
            if (!outcome.Succeeded)
                throw new InvalidOperationException($"{userName}: {string.Join(' ', outcome.Errors.Select(error => error.Description))}");
        }

        foreach (var district in districts.Except(account.Grants.Select(g => g.DistrictId)).ToArray())
            account.Grants.Add(new() { Role = AccessRole.DistrictAnalyst, DistrictId = district });
        await context.SaveChangesAsync(cancellation);
    }

    private async Task<int[]> FindAsync(string[] codes, CancellationToken cancellation)
    {
        await using var find = database.Owner.CreateCommand("select array_agg(district_id order by code) from homeroom.district where code = any ($1)");
        find.Parameters.Add(new() { Value = codes });
        return (int[])(await find.ExecuteScalarAsync(cancellation))!;
    }
}
