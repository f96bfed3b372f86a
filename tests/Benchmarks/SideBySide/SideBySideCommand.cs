using System.CommandLine;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.Systems;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary><c>side-by-side</c>: the command of <see cref="Comparison"/>.</summary>
internal static class SideBySideCommand
{
    public static Command Create()
    {
        var data = BenchOptions.DataDirectory();
        var districts = BenchOptions.Districts();
        var systems = new Option<string>("--systems") { Description = "Which systems, with commas between.", DefaultValueFactory = _ => string.Join(',', RunningSystems.Names) };
        var questions = new Option<string>("--questions") { Description = "Which questions, with commas between.", DefaultValueFactory = _ => string.Join(',', AllQuestions.List.Select(q => q.Number)) };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured.", DefaultValueFactory = _ => 9 };
        var seconds = new Option<double>("--seconds") { Description = "How long each time.", DefaultValueFactory = _ => 3 };
        var warmUp = new Option<double>("--warm-up") { Description = "How long before, in seconds.", DefaultValueFactory = _ => 4 };
        var connections = new Option<int>("--connections") { Description = "How many at once.", DefaultValueFactory = _ => 16 };
        var command = new Command("side-by-side", "Measures the systems side by side and prints one table.") { data, districts, systems, questions, rounds, seconds, warmUp, connections };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new ComparisonOptions
            {
                DataDirectory = parsed.GetValue(data),
                Districts = parsed.GetValue(districts),
                Systems = parsed.GetValue(systems)!.Split(',', StringSplitOptions.RemoveEmptyEntries),
                Questions = parsed.GetValue(questions)!.Split(',', StringSplitOptions.RemoveEmptyEntries),
                Rounds = parsed.GetValue(rounds),
                SlotTime = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                WarmUp = TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                Connections = parsed.GetValue(connections),
            };
            Console.WriteLine(await new Comparison(options, Console.Error).RunAsync(cancellation));
            return 0;
        });
        return command;
    }
}
