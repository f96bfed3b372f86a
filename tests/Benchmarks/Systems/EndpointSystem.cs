using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>A system with an endpoint for each question, which takes its variables from the address.</summary>
internal sealed class EndpointSystem(string name, Uri server) : BenchedSystem(name, server)
{
    public override byte[] RequestOf(Question question, Variables variables, string? cursor = null, int? first = null) =>
        HttpRequestText.Get(Server, $"/{question.Name}?{string.Join('&', With(variables.Endpoint, cursor, first).Select(Pair))}");

    private static string Pair(KeyValuePair<string, JsonNode?> variable) => $"{variable.Key}={Uri.EscapeDataString(variable.Value!.ToString())}";
}
