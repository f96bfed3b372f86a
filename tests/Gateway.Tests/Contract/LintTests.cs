using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Contract;

/// <summary>npm's @graphql-eslint over the contract and its operations; what is looked at and what not stands in <c>eslint.config.mjs</c>.</summary>
public sealed class LintTests
{
    [Fact]
    public async Task The_contract_and_its_operations_pass()
    {
        string folder = Path.Combine(Repository.Root, "schema");

        var lint = await LintAsync(folder);

        Assert.Empty(Texts(lint, "findings"));
        Assert.Empty(Texts(lint, "notSpokenOf"));
        Assert.Empty(Texts(lint, "unusedExceptions"));
        Assert.Equal(1 + Directory.GetFiles(Path.Combine(folder, "operations"), "*.graphql", SearchOption.AllDirectories).Length, lint.GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task A_contract_and_an_operation_against_the_rules_are_found()
    {
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "operations"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "schema.graphql"), """
                type Query { get_thing: Thing things(first: Int): ThingConnection }
                type Thing { thingName: String @deprecated }
                type ThingConnection { edges: [Thing] }
                enum Kind { Good }
                """, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "operations", "Other.graphql"), "query GetThing { get_thing { thingName thingName nothing } }", TestContext.Current.CancellationToken);

            var rules = Texts(await LintAsync(folder.FullName), "findings").Select(finding => finding.Split(' ')[1].TrimEnd(':')).ToHashSet();

            Assert.Empty(new[]
            {
                "relay-arguments", "relay-connection-types", "relay-edge-types", "relay-page-info", "naming-convention", "no-typename-prefix",
                "require-description", "require-deprecation-reason", "no-unreachable-types", "strict-id-in-types",
                "match-document-filename", "no-deprecated", "no-duplicate-fields", "fields-on-correct-type",
            }.Except(rules));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<JsonElement> LintAsync(string folder) => NodeScript.RunAsync("lint.mjs", new { folder }, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Texts(JsonElement lint, string list) => lint.GetProperty(list).EnumerateArray().Select(text => text.GetString()!);
}
