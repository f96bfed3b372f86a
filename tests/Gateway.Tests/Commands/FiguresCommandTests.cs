using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The verb <c>figures</c>, over the whole demo: what its seed made is right, and what somebody changed past the triggers is found.</summary>
public sealed class FiguresCommandTests(FullDemoDatabase demo) : IClassFixture<FullDemoDatabase>
{
    [Fact]
    public async Task It_reports_what_differs_and_mends_it()
    {
        var right = await RunAsync("figures", "check");
        Assert.Equal(0, right.ExitCode);
        Assert.Contains("project_sum: equal to its rows", right.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("differences", right.Output, StringComparison.Ordinal);

        await demo.Database.Owner.ExecuteAsync("update figures.award_sum set award_count = award_count + 1");
        await demo.Database.Owner.ExecuteAsync("delete from figures.week_sum where scope = 'school'");
        var wrong = await RunAsync("figures", "check");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Matches("award_sum: [0-9]+ differences\n  .*\"scope\": \"district\".*: kept .*, counted ", wrong.Output);
        Assert.Matches("week_sum: [0-9]+ differences\n  .*: kept nothing, counted ", wrong.Output);

        var mended = await RunAsync("figures", "check", "--mend");
        Assert.Equal(0, mended.ExitCode);
        Assert.Contains("is summed up anew", mended.Output, StringComparison.Ordinal);
        var again = await RunAsync("figures", "check");
        Assert.Equal((0, right.Output), (again.ExitCode, again.Output));
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] verb) =>
        ProgramRun.ToEndAsync(verb, [("ConnectionStrings__Homeroom", demo.ConnectionString), ("LANG", "en_US.UTF-8")]);
}
