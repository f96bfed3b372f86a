using System.CommandLine;
using HomeroomGraph.Benchmarks.SideBySide;

namespace HomeroomGraph.Benchmarks.Figures;

/// <summary><c>figures</c>: the command of <see cref="FiguresOverHttp"/> and <see cref="FigureBench"/>.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data-directory") { Description = "Where the embedded PostgreSQL of the bench lives; a usual folder of its own." };
        var districts = new Option<int>("--districts") { Description = "How many districts of full size there are to be; missing ones are seeded.", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured.", DefaultValueFactory = _ => 30 };
        var requests = new Option<int>("--requests") { Description = "How often each is asked for over HTTP, for one district and for all.", DefaultValueFactory = _ => 400 };
        var command = new Command("figures", "Measures the figures of dashboards: over HTTP for one district and for all there are, and in PostgreSQL from sums and from rows, for one and for a hundred.")
        {
            data, districts, rounds, requests,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await BenchDatabase.OpenAsync(parsed.GetValue(data), parsed.GetValue(districts), Console.Error.WriteLine, cancellation);
            Console.WriteLine(await new FiguresOverHttp(database, parsed.GetValue(requests)).RunAsync(cancellation));
            Console.WriteLine(await new FigureBench(database, parsed.GetValue(rounds)).RunAsync(cancellation));
            return 0;
        });
        return command;
    }
}
