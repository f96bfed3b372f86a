using System.CommandLine;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>figures check [--mend]</c>: holds the summaries behind the figures against the rows they are sums of.</summary>
internal static class FiguresCommand
{
    private const int Shown = 20;

    private static readonly Option<bool> Mend = new("--mend") { Description = "Sum the districts that differ up anew." };

    public static Command Create()
    {
        var check = new Command("check", "Compute all summaries from the rows and report where they differ; gateways may go on meanwhile.") { Mend };
        check.SetAction(CheckAsync);
        return new Command("figures", "The summaries behind the figures of dashboards.") { check };
    }

    private static async Task<int> CheckAsync(ParseResult call, CancellationToken cancellation)
    {
        await using var database = await OpenDatabase.RunAsync(
            GatewaySettings.FromEnvironment(), DatabasePurpose.Work, new StartLog(Terminal.OpenBeside()), cancellation);
        var sums = new FigureSums(database.Owner);
        var output = call.InvocationConfiguration.Output;
        var left = 0;
        foreach (var summary in await sums.NamesAsync(cancellation))
        {
            var differences = await sums.DifferencesAsync(summary, cancellation);
            await output.WriteLineAsync($"{summary}: {(differences.Count == 0 ? "equal to its rows" : $"{differences.Count} differences")}");
            foreach (var difference in differences.Take(Shown))
                await output.WriteLineAsync($"  {difference.Key}: kept {difference.Kept ?? "nothing"}, counted {difference.Counted ?? "nothing"}");
            if (differences.Count > Shown)
                await output.WriteLineAsync($"  … and {differences.Count - Shown} more");
            left += call.GetValue(Mend) ? await MendAsync(sums, differences, output, cancellation) : differences.Count;
        }

        return left == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Mends what differs; returns how many differences are left.</summary>
    private static async Task<int> MendAsync(
        FigureSums sums, IReadOnlyList<FigureDifference> differences, TextWriter output, CancellationToken cancellation)
    {
        if (differences.Count == 0)
            return 0;
        foreach (var (summary, district) in differences.Select(d => (d.Summary, d.DistrictId)).Distinct())
        {
            await sums.MendAsync(summary, district, cancellation);
            await output.WriteLineAsync($"  district {district} is summed up anew");
        }

        return (await sums.DifferencesAsync(differences[0].Summary, cancellation)).Count;
    }
}
