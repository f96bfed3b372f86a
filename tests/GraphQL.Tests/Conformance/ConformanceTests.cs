using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>The engine against the reference implementation, case by case; README.md of this folder has the commands.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions AsTheReferenceWrites = new(JsonSerializerOptions.Default)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Every_case_gives_what_the_reference_gives()
    {
        string cases = ConformanceFiles.CasesAt(Setting("CONFORMANCE_CASES") ?? OwnCases);
        var results = ConformanceFiles.ReadLines(cases)
            .Select(ConformanceCase.Parse)
            .Where(c => Setting("CONFORMANCE_OPS") is not { } operations || operations.Split(',').Contains(c.Operation))
            .Select(ConformanceRunner.Run)
            .ToList();

        if (Setting("CONFORMANCE_RESULTS") is { } target) File.WriteAllLines(target, results.Select(Text));
        if (ConformanceFiles.ExpectedBeside(cases) is { } expected) Compare(results, expected);
    }

    private static string OwnCases => Path.Combine(AppContext.BaseDirectory, "Conformance");

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private void Compare(List<JsonObject> results, string expectedFile)
    {
        var expected = ConformanceFiles.ReadLines(expectedFile)
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .ToDictionary(e => e["id"]!.GetValue<string>());
        var differences = new List<string>();
        foreach (var byOperation in results.GroupBy(r => r["op"]!.GetValue<string>()))
        {
            var different = byOperation.Where(r => !JsonNode.DeepEquals(r, expected[r["id"]!.GetValue<string>()])).ToList();
            output.WriteLine($"{byOperation.Key}: {byOperation.Count()} cases, {different.Count} different");
            differences.AddRange(different.Select(r => $"ours     {Text(r)}\nexpected {Text(expected[r["id"]!.GetValue<string>()])}"));
        }
        Assert.True(differences.Count == 0, $"{differences.Count} cases differ:\n{string.Join("\n", differences.Take(20))}");
    }

    private static string Text(JsonObject result) => result.ToJsonString(AsTheReferenceWrites);
}
