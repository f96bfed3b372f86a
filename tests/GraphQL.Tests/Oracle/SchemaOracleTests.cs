using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>Documents that define a schema, made by chance, against the reference: what is wrong with the document, and with the schema
/// that it makes.</summary>
public sealed class SchemaOracleTests(Reference reference, ITestOutputHelper output) : IClassFixture<Reference>
{
    [Fact]
    public async Task Schemas_are_refused_as_the_reference_refuses_them()
    {
        var comparison = new Comparison(AskAsync, Verdict.OfSchema);
        await comparison.RunAsync(OracleRun.Indices(inCi: 2_000), Document);
        output.WriteLine(string.Join(", ", comparison.Verdicts.Select(v => $"{v.Key} {v.Value}")));
    }

    private static string Document(int index)
    {
        var choices = new Choices(OracleRun.Seed, index);
        var tokens = new SchemaDocumentGenerator(choices, wrong: choices.Of(0, 0, 2, 6)).Write();
        return index % 2 == 0 ? Tokens.Set(tokens, choices) : new Mutations(choices, SchoolSchema.Instance).Apply(tokens);
    }

    private async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> documents)
    {
        var answer = await reference.AskAsync(new JsonObject { ["do"] = "sdl", ["documents"] = new JsonArray([.. documents.Select(text => JsonValue.Create(text))]) });
        return [.. answer.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetString()!)];
    }
}
