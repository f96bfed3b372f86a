using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Demo;

/// <summary>
/// Puts the demo into a migrated database: three districts, the schools of one, an account for each role. What is there already
/// stays as it is, so it can be run at every start.
/// </summary>
public sealed class DemoSeed(HomeroomDatabase database)
{
    // Two programs that seed at once must not both find nothing.
    private const string OneAtATimeSql = "select pg_advisory_xact_lock(hashtextextended('demo seed', 0))";

    /// <summary>Adds what is missing.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
            return;
        await AddDistrictsAsync(cancellation);
        await AddAccountsAsync(cancellation);
    }

    // The accounts come last, so where all of them are, everything is. One quick look at every start but the first.
    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        await using var count = database.Access.CreateCommand("select count(*) from access.account where user_name = any ($1)");
        count.Parameters.Add(new() { Value = DemoAccounts.All.Select(account => account.UserName).ToArray() });
        return await count.ExecuteScalarAsync(cancellation) is long found && found == DemoAccounts.All.Count;
    }

    private async Task AddDistrictsAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginWriteAsync(Actor.Seed, cancellation);
        await work.Context.Database.ExecuteSqlRawAsync(OneAtATimeSql, cancellation);
        foreach (var planned in DemoDistricts.Create())
        {
            if (!await work.Context.Districts.AnyAsync(d => d.Code == planned.Code, cancellation))
                work.Context.Districts.Add(planned);
        }

        await work.Context.SaveChangesAsync(cancellation);
        await FillMainDistrictAsync(work.Context, cancellation);
        await work.Context.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    private static async Task FillMainDistrictAsync(HomeroomDbContext context, CancellationToken cancellation)
    {
        var district = await context.Districts.SingleAsync(d => d.Code == DemoDistricts.Main, cancellation);
        var codes = await context.Schools.Where(s => s.DistrictId == district.DistrictId).Select(s => s.Code).ToListAsync(cancellation);
        if (codes.Contains(DemoRoster.Schools[0].Code))
            return;
        if (codes.Count > 0)
        {
            throw new SetupException(
                $"The district {district.Code} {district.Name} has schools of its own, so the demo has no place in it. " +
                "Set Homeroom__Demo=false, or use another database.");
        }

        DemoDistrictData.Fill(district);
    }

    private async Task AddAccountsAsync(CancellationToken cancellation)
    {
        var places = await FindPlacesAsync(cancellation);
        await using var work = await database.BeginAccessWriteAsync(Actor.Seed, cancellation);
        await work.Context.Database.ExecuteSqlRawAsync(OneAtATimeSql, cancellation);
        using var accounts = AccountManager.Over(work.Context);
        foreach (var demo in DemoAccounts.All)
        {
            if (await accounts.FindByNameAsync(demo.UserName) is not null)
                continue;
            var account = new Account { UserName = demo.UserName, DisplayName = demo.Chinese, IsDemo = true };
            account.Grants.AddRange(demo.DistrictCodes.Where(places.Districts.ContainsKey).Select(code => GrantOf(demo, places.Districts[code], places)));
            var outcome = await accounts.CreateAsync(account, DemoAccounts.Password);
            if (!outcome.Succeeded)
                throw new InvalidOperationException($"{demo.UserName}: {string.Join(' ', outcome.Errors.Select(error => error.Description))}");
        }

        await work.CommitAsync(cancellation);
    }

    private static AccessGrant GrantOf(DemoAccount demo, int districtId, Places places) => demo.Role switch
    {
        AccessRole.DistrictAnalyst or AccessRole.DistrictResearchOfficer or AccessRole.DistrictMoralEducationOfficer
            or AccessRole.Auditor or AccessRole.PlatformAdmin => new() { Role = demo.Role, DistrictId = districtId },
        AccessRole.GradeHead => new()
        {
            Role = demo.Role, DistrictId = districtId, SchoolId = places.School.SchoolId, Grade = DemoAccounts.GradeOfGradeHead,
        },
        AccessRole.Teacher => new()
        {
            Role = demo.Role, DistrictId = districtId, SchoolId = places.School.SchoolId, TeacherId = places.Teacher.TeacherId,
        },
        _ => new() { Role = demo.Role, DistrictId = districtId, SchoolId = places.School.SchoolId },
    };

    private async Task<Places> FindPlacesAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginWriteAsync(Actor.Seed, cancellation);
        var districts = await work.Context.Districts.Where(d => d.Code != null)
            .ToDictionaryAsync(d => d.Code!, d => d.DistrictId, cancellation);
        var school = await work.Context.Schools
            .SingleAsync(s => s.District.Code == DemoDistricts.Main && s.Code == DemoRoster.Schools[0].Code, cancellation);
        var teacher = await work.Context.Teachers.Where(t => t.Employments.Any(e => e.SchoolId == school.SchoolId))
            .OrderBy(t => t.StaffNumber).FirstAsync(cancellation);
        return new(districts, school, teacher);
    }

    private sealed record Places(Dictionary<string, int> Districts, School School, Teacher Teacher);
}
