using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>Parsing and validation of documents made by chance, against the reference: the same documents are refused, by the same
/// rules, in the same words, at the same places, in the same order.</summary>
public sealed class ValidationOracleTests(Reference reference, ITestOutputHelper output) : IClassFixture<Reference>
{
    private static readonly (string Name, Schema Schema, string Text)[] Schemas =
    [
        Read("school", SchoolSchema.Text),
        Read("shapes", File.ReadAllText(Beside("shapes.graphql"))),
        Read("contract", File.ReadAllText(Beside("../../../schema/schema.graphql"))),
    ];

    [Fact]
    public async Task Documents_are_refused_as_the_reference_refuses_them()
    {
        foreach (var (name, _, text) in Schemas) await reference.KeepSchemaAsync(name, text);
        var indices = OracleRun.Indices(inCi: 2_000).ToList();
        for (int i = 0; i < Schemas.Length; i++)
        {
            var (name, schema, _) = Schemas[i];
            foreach (bool suggest in new[] { true, false })
            {
                var comparison = new Comparison(documents => AskAsync(name, documents, suggest), text => Verdict.OfDocument(schema, text, suggest));
                // Each document has one schema, by its index; every fourth is validated without suggestions.
                await comparison.RunAsync(indices.Where(index => SchemaOf(index) == i && Suggests(index) == suggest), index => Document(schema, index));
                output.WriteLine($"{name}, {(suggest ? "with" : "without")} suggestions: {string.Join(", ", comparison.Verdicts.Select(v => $"{v.Key} {v.Value}"))}");
            }
        }
    }

    /// <summary>Half of the documents by their schema for the most part, the other half broken as well.</summary>
    private static string Document(Schema schema, int index)
    {
        var choices = new Choices(OracleRun.Seed, index);
        int wrong = choices.Of(0, 0, 2, 8);
        var tokens = new DocumentGenerator(schema, choices, wrong).Write();
        return index % 2 == 0 ? Tokens.Set(tokens, choices) : new Mutations(choices, schema).Apply(tokens);
    }

    private static int SchemaOf(int index) => (index % 7) switch { < 3 => 0, < 6 => 1, _ => 2 };

    private static bool Suggests(int index) => index % 8 < 6;

    private async Task<IReadOnlyList<string>> AskAsync(string schema, IReadOnlyList<string> documents, bool suggest)
    {
        var answer = await reference.AskAsync(new JsonObject
        {
            ["do"] = "validate",
            ["schema"] = schema,
            ["documents"] = new JsonArray([.. documents.Select(text => JsonValue.Create(text))]),
            ["hide"] = !suggest,
        });
        return [.. answer.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetString()!)];
    }

    private static (string, Schema, string) Read(string name, string text) =>
        (name, SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(text), ParserLimits.Trusted)), text);

    private static string Beside(string file, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, file);
}
