using System.Text.Json.Nodes;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>Many documents through both implementations: they must say the same of each.</summary>
/// <param name="ask">The reference's verdicts on some documents.</param>
/// <param name="ours">Our verdict on one.</param>
internal sealed class Comparison(Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> ask, Func<string, string> ours)
{
    private const int BatchSize = 250;
    private const int MostShown = 6;

    /// <summary>How many documents were compared, and what was said of them: the rule of the first error, or 'valid'.</summary>
    public SortedDictionary<string, int> Verdicts { get; } = new(StringComparer.Ordinal);

    /// <summary>Compares the documents of all indices.</summary>
    public async Task RunAsync(IEnumerable<int> indices, Func<int, string> document)
    {
        var differences = new List<(int Index, string Text)>();
        foreach (var batch in indices.Chunk(BatchSize))
        {
            var texts = batch.Select(document).ToList();
            var theirs = await ask(texts);
            for (int i = 0; i < batch.Length; i++)
            {
                Count(theirs[i]);
                if (!Deviations.AreTheSame(ours(texts[i]), theirs[i])) differences.Add((batch[i], texts[i]));
            }
        }
        if (differences.Count > 0) Assert.Fail(await DescribeAsync(differences));
    }

    private void Count(string verdict)
    {
        string kind = verdict.Split(':')[0];
        Verdicts[kind] = Verdicts.GetValueOrDefault(kind) + 1;
    }

    private async Task<string> DescribeAsync(List<(int Index, string Text)> differences)
    {
        var lines = new List<string>
        {
            $"{differences.Count} documents of the seed {OracleRun.Seed} differ, those of the indices {string.Join(", ", differences.Take(50).Select(d => d.Index))}. "
            + "Look at one again with ORACLE_SEED and ORACLE_INDEX.",
        };
        foreach (var (index, text) in differences.Take(MostShown))
        {
            string least = await new Minimizer(DifferAsync).MinimizeAsync(text);
            lines.Add($"--- {index}: {JsonValue.Create(least)!.ToJsonString()}\nours:\n{Lines(ours(least))}\nthe reference's:\n{Lines((await ask([least]))[0])}");
        }
        return string.Join('\n', lines);
    }

    private static string Lines(string verdict) => verdict.Replace(Verdict.Separator, '\n');

    private async Task<bool> DifferAsync(string text) => !Deviations.AreTheSame(ours(text), (await ask([text]))[0]);
}
