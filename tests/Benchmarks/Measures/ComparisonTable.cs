using System.Globalization;
using System.Text;

namespace HomeroomGraph.Benchmarks.Measures;

/// <summary>The slots of all rounds as one table of Markdown.</summary>
internal static class ComparisonTable
{
    /// <summary>A row for each question and system. Ratios are medians of the rounds' ratios: the two were measured one after the other.</summary>
    /// <param name="limit">The system whose rate is the first ratio's measure.</param>
    /// <param name="rival">What the names of the systems begin with whose better one, for each question, is the second's.</param>
    public static string Of(IReadOnlyList<Slot> slots, IReadOnlyList<string> systems, string limit, string rival)
    {
        var table = new StringBuilder()
            .AppendLine($"| question | system | answers/s, median | min–max | p50 ms | p99 ms | × {limit} | × {rival} | CPU ms/answer: server | PostgreSQL |")
            .AppendLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var question in slots.GroupBy(s => s.Question))
            foreach (var system in systems)
            {
                var own = question.Where(s => s.System == system).OrderBy(s => s.Round).ToArray();
                if (own.Length == 0) continue;
                table.AppendLine(CultureInfo.InvariantCulture,
                    $"| {question.Key} | {system} | {Rate(own.Select(s => s.PerSecond).Median())} | {Rate(own.Min(s => s.PerSecond))}–{Rate(own.Max(s => s.PerSecond))} | " +
                    $"{own.Select(s => s.P50).Median():0.00} | {own.Select(s => s.P99).Median():0.0} | {Ratio(own, question, limit)} | {Ratio(own, question, BestOf(question, rival))} | " +
                    $"{own.Select(s => s.ServerMs).Median():0.000} | {own.Select(s => s.DatabaseMs).Median():0.000} |");
            }

        return table.ToString();
    }

    private static string Ratio(Slot[] own, IEnumerable<Slot> all, string? other)
    {
        var others = all.Where(s => s.System == other).ToDictionary(s => s.Round, s => s.PerSecond);
        return others.Count == 0 ? "" : own.Select(s => s.PerSecond / others[s.Round]).Median().ToString("0.00", CultureInfo.InvariantCulture);
    }

    private static string? BestOf(IEnumerable<Slot> slots, string rival) => slots
        .Where(s => s.System.StartsWith(rival, StringComparison.Ordinal)).GroupBy(s => s.System)
        .MaxBy(system => system.Select(s => s.PerSecond).Median())?.Key;

    private static string Rate(double perSecond) => perSecond.ToString(perSecond < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
