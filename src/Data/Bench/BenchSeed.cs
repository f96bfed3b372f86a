using System.Diagnostics;
using System.Globalization;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Data.Seeding;
using HomeroomGraph.Data.Seeding.Evaluation;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Bench;

/// <summary>
/// Puts districts of full size beside what is there, for measuring. Each is one transaction: a run that was stopped, or one with more
/// districts, goes on behind those that are complete. All rules hold; only the audit log and the change log are not written, so the
/// bench has no history, and figures are summed up once at the end.
/// </summary>
public sealed class BenchSeed(HomeroomDatabase database, Action<string> say)
{
    private readonly Dictionary<string, (long Rows, TimeSpan Elapsed)> tables = new(StringComparer.Ordinal);
    private TimeSpan entering, summing;

    /// <summary>The code of a district of the bench.</summary>
    public static string CodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"99{number:0000}");

    /// <summary>Makes the first districts that are not there yet.</summary>
    /// <param name="districts">How many there are to be.</param>
    /// <param name="cancellation">Stops it; the district at work is given up.</param>
    public async Task RunAsync(int districts, CancellationToken cancellation)
    {
        if (districts is < 1 or > 9999)
            throw new SetupException($"--districts {districts}: from 1 to 9999.");
        var all = Stopwatch.StartNew();
        for (var number = 1; number <= districts; number++)
            await AddAsync(number, districts, cancellation);
        await new BenchAccounts(database).AddAsync(districts, cancellation);
        await AnalyzeAsync(cancellation);
        Report(all.Elapsed);
    }

    private async Task AddAsync(int number, int districts, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Actor.Seed.EnterAsync(connection, cancellation);
        var (code, name) = (CodeOf(number), $"基准{number:00}区");
        if (await DistrictRow.AddAsync(connection, code, name, "基准市", "基准省", cancellation) is not { } id)
        {
            say($"{number} of {districts}: {name} {code} is there");
            return;
        }

        var rows = await SeedRows.BeginAsync(connection, cancellation);
        var triggers = await TriggersOff.BeginAsync(connection, cancellation);
        var district = new SeedDistrict(id, code, name, DemoSeed.Today, rows) { YearsOfClasses = 2 };
        foreach (var _ in DistrictData.Fill(district, BenchSchools.Of(code), Shares, _ => { }))
            await rows.FlushManyAsync(cancellation);
        await rows.EndAsync(cancellation);
        var sums = Stopwatch.StartNew();
        await triggers.SumUpAsync(id, cancellation);
        summing += sums.Elapsed;
        await triggers.EndAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Count(rows);
        say($"{number} of {districts}: {name} {code}, {rows.Copied.Sum(table => table.Rows):N0} rows in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static SeedShares Shares { get; } = new()
    {
        Projects = school => school.Teachers.Count / 2,
        Papers = new(Since: new(2024, 9, 1), OfHomeroomTeachers: 78, OfOthers: 40),
        Checks = _ => new CheckShare(LeastCare: 10, MostCare: 55, LinesAtMost: 8),
        HasOwnTraining = _ => false,
    };

    private void Count(SeedRows rows)
    {
        foreach (var (table, count, elapsed) in rows.Copied)
        {
            var before = tables.GetValueOrDefault(table);
            tables[table] = (before.Rows + count, before.Elapsed + elapsed);
        }

        entering += rows.Entering;
    }

    private async Task AnalyzeAsync(CancellationToken cancellation)
    {
        if (tables.Count == 0)
            return;
        await using var analyze = database.Owner.CreateCommand($"analyze {string.Join(", ", tables.Keys.Select(table => $"homeroom.\"{table}\""))}");
        analyze.CommandTimeout = 1800;
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    private void Report(TimeSpan elapsed)
    {
        foreach (var (table, (count, took)) in tables.Where(t => t.Value.Rows > 0))
            say($"{table,-28}{count,12:N0} rows {took.TotalSeconds,8:0.0} s");
        say($"sheets entered with their lines: {entering.TotalSeconds:0.0} s; figures summed up: {summing.TotalSeconds:0.0} s");
        say($"Analysts to sign in as, where Homeroom__Demo is true: {BenchAccounts.OfOne} (one district), {BenchAccounts.OfAll} (all); password {DemoAccounts.Password}");
        say($"{tables.Values.Sum(t => t.Rows):N0} rows in {elapsed.TotalSeconds:0} s; at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB of memory");
    }
}
