using System.CommandLine;
using HomeroomGraph.Benchmarks.SideBySide;

namespace HomeroomGraph.Benchmarks.Exports;

/// <summary><c>exports</c>: the command of <see cref="ExportBench"/>.</summary>
internal static class ExportsCommand
{
    public static Command Create()
    {
        var data = BenchOptions.DataDirectory();
        var districts = BenchOptions.Districts();
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 5 };
        var command = new Command("exports", "Measures exports of all papers over HTTP beside COPY … TO STDOUT of the same columns.") { data, districts, rounds };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await BenchDatabase.OpenAsync(parsed.GetValue(data), parsed.GetValue(districts), Console.Error.WriteLine, cancellation);
            Console.WriteLine(await new ExportBench(database, parsed.GetValue(rounds), Console.Error).RunAsync(cancellation));
        });
        return command;
    }
}
