using System.CommandLine;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Bench;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using Spectre.Console;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>seed demo</c> and <c>seed bench</c>: put example data into the database.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var demo = new Command("demo", "Put the demo districts, schools and accounts into the database. What is there stays as it is.");
        demo.SetAction(async (_, cancellation) =>
        {
            var log = new StartLog(Terminal.Open());
            await using var database = await OpenDatabase.RunAsync(GatewaySettings.FromEnvironment(), DatabasePurpose.Work, log, cancellation);
            await log.StepAsync(() => new DemoSeed(database).RunAsync(cancellation), "The demo is there · 演示数据已就绪");
            return ExitCode.Done;
        });
        return new Command("seed", "Put example data into the database.") { demo, Bench() };
    }

    private static Command Bench()
    {
        var districts = new Option<int>("--districts") { Description = "How many districts there are to be, of 50 schools each.", Required = true };
        var bench = new Command("bench", "Put districts of full size into the database, for measuring. Complete ones stay as they are.") { districts };
        bench.SetAction(async (parsed, cancellation) =>
        {
            var log = new StartLog(Terminal.Open());
            await using var database = await OpenDatabase.RunAsync(GatewaySettings.FromEnvironment(), DatabasePurpose.Work, log, cancellation);
            await new BenchSeed(database, line => log.Console.WriteLine(line)).RunAsync(parsed.GetValue(districts), cancellation);
            return ExitCode.Done;
        });
        return bench;
    }
}
