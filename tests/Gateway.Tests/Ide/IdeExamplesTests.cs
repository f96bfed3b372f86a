using System.Text.Json;
using HomeroomGraph.Gateway.Ide;

namespace HomeroomGraph.Gateway.Tests.Ide;

/// <summary>Every example that the IDE opens runs as it opens, and finds something in the demo.</summary>
public sealed class IdeExamplesTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private static readonly Dictionary<IdeAudience, string> Accounts = new()
    {
        [IdeAudience.District] = "analyst-370403", [IdeAudience.School] = "principal", [IdeAudience.Integrator] = "analyst-shandong",
    };

    [Fact]
    public async Task They_find_something()
    {
        foreach (var (audience, examples) in IdeExamples.All)
        {
            var token = await gateway.SignInAsync(Accounts[audience]);
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                var asks = example.Name == "MyRecord" ? await gateway.SignInAsync("teacher") : token;
                var answer = await gateway.PostAsync(example.Document, JsonSerializer.Deserialize<JsonElement>(example.Variables), asks);
                Assert.False(answer.TryGetProperty("errors", out _), $"{example.Name}: {answer}");
                Assert.True(HasRecord(answer.GetProperty("data")), $"{example.Name} finds nothing: {answer}");
            }
        }
    }

    [Fact]
    public void Each_example_of_the_schema_is_there_with_variables_and_its_descriptions_are_comments()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "schema", "operations", "Examples"), "*.graphql", SearchOption.AllDirectories);
        var examples = IdeExamples.All.Values.SelectMany(group => group).ToList();

        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension).Order(), examples.Select(example => example.Name).Order());
        Assert.All(examples, example => Assert.StartsWith("# ", example.Document, StringComparison.Ordinal));
        Assert.All(examples, example => Assert.DoesNotContain("\"\"\"", example.Document, StringComparison.Ordinal));
        using var variables = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Gateway", "Ide", "example-variables.json")));
        Assert.Equal(examples.Select(example => example.Name).Order(), variables.RootElement.EnumerateObject().Select(example => example.Name).Order());
    }

    /// <summary>Somewhere in it is an id, or a count that is not zero.</summary>
    private static bool HasRecord(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().Any(member =>
            member.Name == "id" || (member is { Name: "totalCount", Value.ValueKind: JsonValueKind.Number } && member.Value.GetInt32() > 0) || HasRecord(member.Value)),
        JsonValueKind.Array => part.EnumerateArray().Any(HasRecord),
        _ => false,
    };
}
