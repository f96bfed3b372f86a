using HomeroomGraph.Data.Import.Regions;
using HomeroomGraph.Data.Seeding;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Seeding.Policies;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Demo;

/// <summary>
/// Puts the demo into a migrated database: three districts with everything in them, an account for each role. What is there already
/// stays as it is, so it can be run at every start.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="isWhole">False: only a few schools with their people and appointments, for who adds records of his own.</param>
public sealed class DemoSeed(HomeroomDatabase database, bool isWhole = true)
{
    /// <summary>The day on which the demo's data ends; the program's today while the demo is served.</summary>
    public static readonly DateOnly Today = new(2026, 11, 16);

    private const int FewSchools = 6;

    // Two programs that seed at once must not both find nothing.
    private const string OneAtATimeSql = "select pg_advisory_xact_lock(hashtextextended('demo seed', 0))";

    /// <summary>Adds what is missing.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
            return;
        await AddDistrictsAsync(cancellation);
        if (isWhole)
            await new RegionImport(database.Writer, new BusinessClock(TimeProvider.System, Today)).RunAsync(path: null, dryRun: false, acceptGood: false, cancellation);
        await new DemoAccountSeed(database).RunAsync(cancellation);
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
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Actor.Seed.EnterAsync(connection, cancellation);
        await using var alone = new NpgsqlCommand(OneAtATimeSql, connection);
        await alone.ExecuteNonQueryAsync(cancellation);

        var places = new DemoPlaces(connection);
        var empty = new List<(int Id, string Code, string Name)>();
        foreach (var (code, name, city) in DemoDistricts.All)
        {
            if (await places.MakeRoomAsync(code, name, city, cancellation) is { } id)
                empty.Add((id, code, name));
        }

        if (empty.Count > 0)
            await FillAsync(connection, empty, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task FillAsync(NpgsqlConnection connection, List<(int Id, string Code, string Name)> empty, CancellationToken cancellation)
    {
        var rows = await SeedRows.BeginAsync(connection, cancellation);
        foreach (var (id, code, name) in empty)
        {
            var district = new SeedDistrict(id, code, name, Today, rows);
            var schools = DemoSchools.Of(code);
            foreach (var _ in DistrictData.Fill(district, isWhole ? schools : schools.Take(FewSchools), isWhole ? Shares : null, Tell))
                await rows.FlushManyAsync(cancellation);
        }

        await rows.EndAsync(cancellation);
        if (isWhole)
            await rows.AnalyzeAsync(cancellation);
    }

    private static SeedShares Shares { get; } = new()
    {
        Projects = school => 3 + (school.Teachers.Count / 9),
        Papers = new(Since: new(2025, 9, 1), OfHomeroomTeachers: 62, OfOthers: 9),
        Checks = school => school.District.Schools.IndexOf(school) < (school.District.Code == DemoDistricts.Main ? 5 : 2)
            ? new(LeastCare: 30, MostCare: 88, LinesAtMost: 4) : null,
        HasOwnTraining = school => school.Row.Code == DemoSchools.First,
    };

    private void Tell(SeedDistrict district)
    {
        if (district.Code != DemoDistricts.Main)
        {
            if (isWhole)
                PolicyData.AddWeeklyMeetings(district);
            return;
        }

        DemoSingleCases.Add(district);
        if (!isWhole)
            return;
        DemoSingleCases.AddDismissal(district);
        PolicyData.AddOfDistrict(district);
        PolicyData.AddOfSchool(district.Schools[0]);
    }
}
