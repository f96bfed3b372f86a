using System.CommandLine;
using System.Globalization;
using System.Text;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;
using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Benchmarks.Growth;

/// <summary><c>growth --over N=FOLDER …</c>: our answers to the questions over databases of N districts, in turns; and a page deep in a list beside
/// the first ones. All questions stay in one district, so they should cost the same in each.</summary>
internal static class GrowthCommand
{
    public static Command Create()
    {
        var over = new Option<string[]>("--over") { Description = "How many districts, and the data folder with them: 2=FOLDER.", Required = true, AllowMultipleArgumentsPerToken = true };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "How long each time.", DefaultValueFactory = _ => 1.5 };
        var connections = new Option<int>("--connections") { Description = "How many at once.", DefaultValueFactory = _ => 2 };
        var command = new Command("growth", "Measures how the cost of questions in one district grows with the number of districts.") { over, rounds, seconds, connections };
        command.SetAction(async (parsed, cancellation) =>
        {
            var places = new List<Place>();
            try
            {
                foreach (var pair in parsed.GetValue(over)!) places.Add(await Place.OpenAsync(pair, cancellation));
                Console.WriteLine(Measure(places, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections)));
            }
            finally
            {
                foreach (var place in places) await place.DisposeAsync();
            }
        });
        return command;
    }

    private static string Measure(List<Place> places, int rounds, TimeSpan time, int connections)
    {
        var slots = new Dictionary<(string What, int Districts), List<(double P50, double Cpu)>>();
        for (var round = 0; round <= rounds; round++)
            foreach (var what in places[0].Targets.Keys)
                foreach (var place in places)
                {
                    var cpu = place.CpuSeconds;
                    var result = LoadRun.Ask(place.Targets[what], connections, round == 0 ? TimeSpan.FromSeconds(3) : time, round);

                    // The first is a warm-up.
                    if (round == 0) continue;
                    if (!slots.TryGetValue((what, place.Districts), out var own)) slots[(what, place.Districts)] = own = [];
                    own.Add((result.Percentile(0.5), (place.CpuSeconds - cpu) * 1000 / result.Latencies.Length));
                }

        var table = new StringBuilder($"| question | {string.Join(" | ", places.Select(p => $"{p.Districts} districts: p50 ms (CPU ms)"))} | most by least: p50 | CPU |\n")
            .Append("|---|").Append(string.Concat(places.Select(_ => "--:|"))).AppendLine("--:|--:|");
        foreach (var what in places[0].Targets.Keys)
        {
            var all = places.Select(p => slots[(what, p.Districts)]).Select(own => (P50: own.Select(s => s.P50).Median(), Cpu: own.Select(s => s.Cpu).Median())).ToArray();
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {what} | {string.Join(" | ", all.Select(s => $"{s.P50:0.00} ({s.Cpu:0.00})"))} | {all.Max(s => s.P50) / all.Min(s => s.P50):0.00} | {all.Max(s => s.Cpu) / all.Min(s => s.Cpu):0.00} |");
        }

        return table.ToString();
    }

    /// <summary>One database with our server over it.</summary>
    private sealed class Place(int districts, BenchDatabase database, RunningSystem ours) : IAsyncDisposable
    {
        public int Districts => districts;

        /// <summary>What is asked, by what it is called in the table.</summary>
        public Dictionary<string, LoadTarget> Targets { get; } = [];

        public double CpuSeconds => ours.Server.CpuSeconds + database.CpuSeconds;

        public static async Task<Place> OpenAsync(string pair, CancellationToken cancellation)
        {
            var parts = pair.Split('=', 2);
            var districts = int.Parse(parts[0], CultureInfo.InvariantCulture);
            var database = await BenchDatabase.OpenAsync(parts[1], districts, Console.Error.WriteLine, cancellation);
            var place = new Place(districts, database, await RunningSystems.StartAsync(RunningSystems.Ours, database, cancellation));
            foreach (var question in AllQuestions.List) place.Add(question, await question.DrawAsync(database.Owner, database.District, DemoSeed.Today, cancellation));
            await Console.Error.WriteLineAsync($"{districts} districts are served");
            return place;
        }

        private void Add(Question question, IReadOnlyList<Variables> pool)
        {
            if (question.Walks is null)
            {
                Targets.Add(question.Number, TargetOf(Asker.AskAll(ours.System, question, pool)));
                return;
            }

            // The pages behind the first of each walk, and those as deep as all walks go.
            var walks = pool.Select(variables => Asker.AskAll(ours.System, question, [variables])).ToArray();
            var deepest = walks.Min(w => w.Count) - 2;
            Targets.Add($"{question.Number}, second page", TargetOf([.. walks.Select(w => w[0])]));
            Targets.Add($"{question.Number}, page {deepest + 2}", TargetOf([.. walks.Select(w => w[deepest])]));
        }

        private LoadTarget TargetOf(IReadOnlyList<(byte[] Request, int Length, System.Text.Json.Nodes.JsonObject Answer)> all) =>
            new(ours.System.Server, [.. all.Select(a => a.Request)], [.. all.Select(a => a.Length)]);

        public async ValueTask DisposeAsync()
        {
            await ours.Server.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
