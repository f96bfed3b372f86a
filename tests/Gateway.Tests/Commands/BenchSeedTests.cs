using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>A district of full size for measuring, as the verb makes it: a twentieth of 1,000 schools.</summary>
public sealed partial class BenchSeedTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const int MegabytesAtMost = 400;

    [Fact]
    public async Task A_district_has_its_share_of_everything_within_bounds_and_is_made_once()
    {
        var first = await RunAsync();
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        foreach (var (table, least, most) in Expected)
            Assert.InRange(await CountAsync(table), least, most);
        Assert.InRange(int.Parse(Megabytes().Match(first.Output).Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1, MegabytesAtMost);

        // Nothing of the bench goes into the logs, and they are on again afterwards.
        Assert.Equal(0, await CountAsync("history.audit_log where table_name = 'homeroom.check_sheet'"));
        Assert.Equal(0, await CountAsync("pg_trigger where tgenabled = 'D'"));

        // The figures were summed up in one go, and are what the rows say.
        Assert.NotEqual(0, await CountAsync("figures.summaries()"));
        Assert.Equal(0, await CountAsync("figures.summaries() s (name) cross join lateral figures.differences(s.name)"));
        Assert.NotEqual(0, await CountAsync("figures.check_week where scope = 'district'"));

        var lines = await CountAsync("homeroom.check_line");
        var again = await RunAsync();
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.Contains("is there", again.Output, StringComparison.Ordinal);
        Assert.Equal(lines, await CountAsync("homeroom.check_line"));
    }

    [Fact]
    public async Task Stopped_with_Ctrl_C_it_says_so_and_leaves_no_part_of_the_district()
    {
        var schools = await CountAsync("homeroom.school");
        await using var run = ProgramRun.Start(["seed", "bench", "--districts", "2"], Settings);
        while (await CountAsync("pg_stat_activity where datname = current_database() and query ilike 'copy%'") == 0)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await run.InterruptAsync();
        Assert.Equal((130, "Stopped."), (await run.ExitCodeAsync(), run.Errors));
        Assert.Equal(schools, await CountAsync("homeroom.school"));
        Assert.Equal(0, await CountAsync("pg_trigger where tgenabled = 'D'"));
    }

    private static readonly (string Table, long Least, long Most)[] Expected =
    [
        ("homeroom.school", 50, 50),
        ("homeroom.teacher", 3_000, 3_500),
        ("homeroom.class", 2_000, 2_500),
        ("homeroom.research_project", 1_500, 2_000),
        ("homeroom.paper", 6_000, 7_000),
        ("homeroom.check_line", 100_000, 140_000),
    ];

    private (string, string)[] Settings => [("ConnectionStrings__Homeroom", test.ConnectionString), ("LANG", "en_US.UTF-8")];

    private Task<(int ExitCode, string Output, string Errors)> RunAsync() => ProgramRun.ToEndAsync(["seed", "bench", "--districts", "1"], Settings);

    private async Task<long> CountAsync(string table)
    {
        await using var command = test.Database.Owner.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    [GeneratedRegex(@"at most (\d+) MB")]
    private static partial Regex Megabytes();
}
