using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Demo;

/// <summary>Makes the accounts of the demo, once its districts are there.</summary>
internal sealed class DemoAccountSeed(HomeroomDatabase database)
{
    private const string OneAtATimeSql = "select pg_advisory_xact_lock(hashtextextended('demo accounts', 0))";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var places = await FindPlacesAsync(cancellation);
        await using var work = await database.BeginAccessWriteAsync(Actor.Seed, cancellation);
        await work.Context.Database.ExecuteSqlRawAsync(OneAtATimeSql, cancellation);
        var there = await work.Context.Set<Account>().Select(account => account.NormalizedUserName!).ToListAsync(cancellation);
        using var accounts = AccountManager.Over(work.Context);

        // One password, so one hash: each takes a tenth of a second.
        string? hash = null;
        foreach (var demo in DemoAccounts.All.Where(demo => !there.Contains(accounts.NormalizeName(demo.UserName)!)))
        {
            var account = new Account { UserName = demo.UserName, DisplayName = demo.Chinese, IsDemo = true };
            account.PasswordHash = hash ??= AccountManager.Hasher.HashPassword(account, DemoAccounts.Password);
            account.Grants.AddRange(demo.DistrictCodes.Where(places.Districts.ContainsKey).Select(code => GrantOf(demo, places.Districts[code], places)));
            var outcome = await accounts.CreateAsync(account);
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
            .SingleAsync(s => s.District.Code == DemoDistricts.Main && s.Code == DemoSchools.First, cancellation);
        var teacher = await work.Context.Teachers.Where(t => t.Employments.Any(e => e.SchoolId == school.SchoolId))
            .OrderBy(t => t.StaffNumber).FirstAsync(cancellation);
        return new(districts, school, teacher);
    }

    private sealed record Places(Dictionary<string, int> Districts, School School, Teacher Teacher);
}
