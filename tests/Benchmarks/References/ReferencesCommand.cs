using System.CommandLine;

namespace HomeroomGraph.Benchmarks.References;

/// <summary><c>references</c>: the command of <see cref="WrittenReferences"/>.</summary>
internal static class ReferencesCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many references a round writes.", DefaultValueFactory = _ => 120_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each form.", DefaultValueFactory = _ => 5 };
        var command = new Command("references", "Measures references written in each form.") { count, rounds };
        command.SetAction(parsed => Console.WriteLine(WrittenReferences.Measure(parsed.GetValue(count), parsed.GetValue(rounds))));
        return command;
    }
}
