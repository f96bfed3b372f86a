using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Many requests through both implementations: they must answer each alike.</summary>
/// <param name="schema">The name under which the reference keeps the schema.</param>
/// <param name="ours">Our answer to one.</param>
internal sealed class ExecutionComparison(Reference reference, string schema, Func<OracleRequest, Task<JsonElement>> ours)
{
    private const int BatchSize = 100;
    private const int MostShown = 5;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    private readonly List<string> _differences = [];

    public int Compared { get; private set; }
    public int WithErrors { get; private set; }
    public int Refused { get; private set; }

    /// <summary>Compares the requests of all indices; null for one that makes none.</summary>
    public async Task RunAsync(IEnumerable<int> indices, Func<int, OracleRequest?> request)
    {
        foreach (var batch in indices.Chunk(BatchSize))
            await CompareAsync([.. batch.Select(index => (index, request(index))).Where(made => made.Item2 is not null).Select(made => (made.index, made.Item2!))]);
        if (_differences.Count > 0)
            Assert.Fail($"{_differences.Count} answers of the seed {OracleRun.Seed} differ. Look at one again with ORACLE_SEED and ORACLE_INDEX. The shortest:\n{string.Join('\n', _differences.OrderBy(difference => difference.Length).Take(MostShown))}");
    }

    private async Task CompareAsync(IReadOnlyList<(int Index, OracleRequest Request)> batch)
    {
        if (batch.Count == 0) return;
        var answer = await reference.AskAsync(new JsonObject
        {
            ["do"] = "execute",
            ["schema"] = schema,
            ["requests"] = new JsonArray([.. batch.Select(made => made.Request.AsJson())]),
        });
        foreach (var ((index, request), theirs) in batch.Zip(answer.GetProperty("answers").EnumerateArray()))
        {
            Compared++;
            if (!theirs.TryGetProperty("data", out _)) Refused++;
            else if (theirs.TryGetProperty("errors", out _)) WithErrors++;
            var our = await ours(request);
            if (!Answers.AreEqual(our, theirs) && !Answers.AreBothRefused(our, theirs))
                _differences.Add($"--- {index}: {request.Document}\nvariables: {request.Variables.ToJsonString(Readable)}\nours:\n{Text(our)}\nthe reference's:\n{Text(theirs)}");
        }
    }

    private static string Text(JsonElement answer) => JsonSerializer.Serialize(answer, Readable);
}
