using System.CommandLine;
using HomeroomGraph.Benchmarks.SideBySide;

namespace HomeroomGraph.Benchmarks.Sheets;

/// <summary><c>sheets</c>: the command of <see cref="BulkSheets"/>.</summary>
internal static class SheetsCommand
{
    public static Command Create()
    {
        var data = BenchOptions.DataDirectory();
        var districts = BenchOptions.Districts();
        var sheets = new Option<int>("--sheets") { Description = "How many sheets a round writes.", DefaultValueFactory = _ => 20_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 5 };
        var command = new Command("sheets", "Measures check sheets in bulk beside COPY with triggers off.") { data, districts, sheets, rounds };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await BenchDatabase.OpenAsync(parsed.GetValue(data), parsed.GetValue(districts), Console.Error.WriteLine, cancellation);
            Console.WriteLine(await new BulkSheets(database, parsed.GetValue(sheets), Console.Error).RunAsync(parsed.GetValue(rounds), cancellation));
        });
        return command;
    }
}
