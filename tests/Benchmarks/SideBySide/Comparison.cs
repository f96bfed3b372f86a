using System.Diagnostics;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.Systems;
using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary>What is compared, and for how long.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>Where the embedded PostgreSQL of the bench lives; the usual folder of the bench where null.</summary>
    public string? DataDirectory { get; init; }
    public required int Districts { get; init; }
    public required IReadOnlyList<string> Systems { get; init; }
    public required IReadOnlyList<string> Questions { get; init; }
    public required int Rounds { get; init; }
    public required TimeSpan SlotTime { get; init; }
    public required TimeSpan WarmUp { get; init; }
    public required int Connections { get; init; }
}

/// <summary>The systems side by side: started, found to give equal answers, warmed up, and asked in turns.</summary>
internal sealed class Comparison(ComparisonOptions options, TextWriter log)
{
    private readonly List<Slot> _slots = [];

    /// <summary>Runs all of it and returns the table.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var database = await BenchDatabase.OpenAsync(options.DataDirectory, options.Districts, log.WriteLine, cancellation);
        var systems = new List<RunningSystem>();
        try
        {
            foreach (var name in options.Systems)
            {
                systems.Add(await RunningSystems.StartAsync(name, database, cancellation));
                log.WriteLine($"{name} listens");
            }

            var asked = await CheckAsync(systems, database, cancellation);
            WarmUp(systems, asked, cancellation);
            for (var round = 1; round <= options.Rounds; round++) Measure(round, systems, asked, database, cancellation);
            return Report(systems);
        }
        finally
        {
            foreach (var system in systems) await system.Server.DisposeAsync();
        }
    }

    private async Task<List<(Question Question, IReadOnlyList<LoadTarget> Targets)>> CheckAsync(
        List<RunningSystem> systems, BenchDatabase database, CancellationToken cancellation)
    {
        var asked = new List<(Question, IReadOnlyList<LoadTarget>)>();
        foreach (var question in AllQuestions.List.Where(q => options.Questions.Contains(q.Number, StringComparer.OrdinalIgnoreCase)))
        {
            var pool = await question.DrawAsync(database.Owner, database.District, DemoSeed.Today, cancellation);
            var targets = EqualAnswers.Check(question, [.. systems.Select(s => s.System)], pool);
            log.WriteLine($"{question.Number}: {targets[0].Requests.Count} requests, equal answers of {targets[0].Lengths.Average():0} bytes on average from all");
            asked.Add((question, targets));
        }

        return asked;
    }

    private void WarmUp(List<RunningSystem> systems, List<(Question Question, IReadOnlyList<LoadTarget> Targets)> asked, CancellationToken cancellation)
    {
        foreach (var (_, targets) in asked)
            for (var at = 0; at < systems.Count; at++)
            {
                cancellation.ThrowIfCancellationRequested();
                LoadRun.Ask(targets[at], options.Connections, options.WarmUp, seed: 0);
            }
    }

    private void Measure(
        int round, List<RunningSystem> systems, List<(Question Question, IReadOnlyList<LoadTarget> Targets)> asked, BenchDatabase database, CancellationToken cancellation)
    {
        foreach (var (question, targets) in asked)
            for (var turn = 0; turn < systems.Count; turn++)
            {
                cancellation.ThrowIfCancellationRequested();

                // Another one begins each round, so that none always comes after the same.
                var at = (turn + round) % systems.Count;
                var slot = Measure(round, question, systems[at], targets[at], database);
                _slots.Add(slot);
                log.WriteLine($"{round}/{options.Rounds} {slot.Question} {slot.System,-14}{slot.PerSecond,9:0.0}/s  server {slot.ServerMs:0.000} ms, PostgreSQL {slot.DatabaseMs:0.000} ms");
            }
    }

    private Slot Measure(int round, Question question, RunningSystem system, LoadTarget target, BenchDatabase database)
    {
        using var self = Process.GetCurrentProcess();
        var (server, postgres, load) = (system.Server.CpuSeconds, database.CpuSeconds, self.TotalProcessorTime.TotalSeconds);
        var result = LoadRun.Ask(target, options.Connections, options.SlotTime, seed: round);
        self.Refresh();
        double ForEach(double now, double before) => (now - before) * 1000 / result.Latencies.Length;
        return new(question.Number, system.System.Name, round, result.PerSecond, result.Percentile(0.5), result.Percentile(0.99),
            ForEach(system.Server.CpuSeconds, server), ForEach(database.CpuSeconds, postgres), ForEach(self.TotalProcessorTime.TotalSeconds, load));
    }

    private string Report(List<RunningSystem> systems)
    {
        var names = systems.Select(s => s.System.Name).ToArray();
        var peaks = systems.Select(s => $"{s.System.Name} {s.Server.PeakMegabytes:0}");
        var loads = _slots.GroupBy(s => s.Question).Select(q => $"{q.Key} {q.Select(s => s.LoadMs).Median():0.000}");
        return $"""
            {options.Rounds} rounds of {options.SlotTime.TotalSeconds:0.#} s, {options.Connections} connections, {options.Districts} districts, {Environment.ProcessorCount} cores shared by server, PostgreSQL and load.

            {ComparisonTable.Of(_slots, names, RunningSystems.Limit, RunningSystems.PostGraphile)}
            Peak memory of the servers in MB: {string.Join(", ", peaks)}. CPU of the load generator in ms for an answer: {string.Join(", ", loads)}.
            """;
    }
}
