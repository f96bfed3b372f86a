using System.Reflection;
using System.Runtime.CompilerServices;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Tests.Planning;

/// <summary>docs/limits.md has the weights of the cost.</summary>
public sealed class CostWeightsTests
{
    [Fact]
    public void The_documented_weights_are_those_that_count()
    {
        string document = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/limits.md"));
        Assert.All(
            typeof(CostWeights).GetFields(BindingFlags.Public | BindingFlags.Static),
            weight => Assert.Contains($"| {weight.Name} | {weight.GetRawConstantValue()} |", document, StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
