using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Demo;

/// <summary>Makes the accounts of the demo, once its districts are there.</summary>
internal sealed class DemoAccountSeed(HomeroomDatabase database)
{
    private const string OneAtATimeSql = "select pg_advisory_xact_lock(hashtextextended('demo accounts', 0))";

    private const string DistrictsSql = "select code, district_id from homeroom.district where code is not null";
    private const string SchoolSql = "select school_id from homeroom.school where code = $1 and district_id = $2";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var places = await FindPlacesAsync(cancellation);
        await using var work = await database.BeginAccessWriteAsync(Actor.Seed, cancellation);
        await work.Context.Database.ExecuteSqlRawAsync(OneAtATimeSql, cancellation);
        var there = await work.Context.Set<Account>().Select(account => account.NormalizedUserName!).ToListAsync(cancellation);
        using var accounts = AccountManager.Over(work.Context);

        // One password, so one hash: each takes a tenth of a second.
        string? hash = null;
        foreach (var demo in DemoAccounts.All.Where(demo => places.Has(demo) && !there.Contains(accounts.NormalizeName(demo.UserName)!)))
        {
            var account = new Account { UserName = demo.UserName, DisplayName = demo.Chinese, IsDemo = true };
            account.PasswordHash = hash ??= AccountManager.Hasher.HashPassword(account, DemoAccounts.Password);
            account.Grants.AddRange(demo.DistrictCodes.Where(places.Districts.ContainsKey).Select(code => places.GrantOf(demo, places.Districts[code])));
            var outcome = await accounts.CreateAsync(account);
            if (!outcome.Succeeded)
                throw new InvalidOperationException($"{demo.UserName}: {string.Join(' ', outcome.Errors.Select(error => error.Description))}");
        }

        await work.CommitAsync(cancellation);
    }

    private async Task<Places> FindPlacesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        var districts = new Dictionary<string, int>(StringComparer.Ordinal);
        await using (var find = new NpgsqlCommand(DistrictsSql, connection))
        {
            await using var rows = await find.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                districts.Add(rows.GetString(0), rows.GetInt32(1));
        }

        await using var first = new NpgsqlCommand(SchoolSql, connection)
        {
            Parameters = { new() { Value = DemoSchools.First }, new() { Value = districts[DemoDistricts.Main] } },
        };
        var places = new Places(districts, (long)(await first.ExecuteScalarAsync(cancellation))!);
        foreach (var demo in DemoAccounts.All.Where(demo => DemoPersons.Has(demo.UserName)))
        {
            if (await DemoPersons.FindAsync(connection, demo.UserName, cancellation) is { } person)
                places.Persons.Add(demo.UserName, person);
        }

        return places;
    }

    private sealed record Places(Dictionary<string, int> Districts, long SchoolId)
    {
        public Dictionary<string, (long SchoolId, long Id)> Persons { get; } = new(StringComparer.Ordinal);

        public bool Has(DemoAccount demo) => !DemoPersons.Has(demo.UserName) || Persons.ContainsKey(demo.UserName);

        public AccessGrant GrantOf(DemoAccount demo, int districtId) => demo.Role switch
        {
            AccessRole.DistrictAnalyst or AccessRole.DistrictResearchOfficer or AccessRole.DistrictMoralEducationOfficer
                or AccessRole.Auditor or AccessRole.PlatformAdmin => new() { Role = demo.Role, DistrictId = districtId },
            AccessRole.GradeHead => new() { Role = demo.Role, DistrictId = districtId, SchoolId = SchoolId, Grade = DemoAccounts.GradeOfGradeHead },
            AccessRole.Teacher => new()
            {
                Role = demo.Role, DistrictId = districtId, SchoolId = Persons[demo.UserName].SchoolId, TeacherId = Persons[demo.UserName].Id,
            },
            AccessRole.Inspector => new()
            {
                Role = demo.Role, DistrictId = districtId, SchoolId = Persons[demo.UserName].SchoolId, InspectorPostId = Persons[demo.UserName].Id,
            },
            _ => new() { Role = demo.Role, DistrictId = districtId, SchoolId = SchoolId },
        };
    }
}
