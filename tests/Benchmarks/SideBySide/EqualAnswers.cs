using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.Systems;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary>Every system gives the same answer to every request, before any is measured.</summary>
internal static class EqualAnswers
{
    /// <summary>Asks all systems everything, and returns what they are to be measured with.</summary>
    /// <exception cref="InvalidOperationException">Two answers differ; the message says where.</exception>
    public static IReadOnlyList<LoadTarget> Check(Question question, IReadOnlyList<BenchedSystem> systems, IReadOnlyList<Variables> pool)
    {
        var targets = new List<LoadTarget>();
        IReadOnlyList<(byte[] Request, int Length, JsonObject Answer)>? first = null;
        foreach (var system in systems)
        {
            var all = Asker.AskAll(system, question, pool);
            first ??= all;
            if (all.Count != first.Count)
                throw new InvalidOperationException($"{question.Number}: {system.Name} has {all.Count} pages, {systems[0].Name} has {first.Count}.");
            for (var at = 0; at < all.Count; at++)
                if (Difference("", first[at].Answer, all[at].Answer) is { } difference)
                    throw new InvalidOperationException($"{question.Number}, request {at}: {systems[0].Name} and {system.Name} differ at {difference}");
            targets.Add(new(system.Server, [.. all.Select(a => a.Request)], [.. all.Select(a => a.Length)], system.StatusAgain));
        }

        return targets;
    }

    /// <summary>Where two answers first differ; null where they say the same. The order of fields says nothing.</summary>
    internal static string? Difference(string path, JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Select(f => f.Key).Union(b.Select(f => f.Key))
            .Select(key => a.ContainsKey(key) && b.ContainsKey(key) ? Difference($"{path}.{key}", a[key], b[key]) : $"{path}.{key}, which only one has")
            .FirstOrDefault(d => d is not null),
        (JsonArray a, JsonArray b) when a.Count == b.Count => Enumerable.Range(0, a.Count)
            .Select(i => Difference($"{path}[{i}]", a[i], b[i])).FirstOrDefault(d => d is not null),
        (JsonArray a, JsonArray b) => $"{path}: {a.Count} and {b.Count} items",
        _ => JsonNode.DeepEquals(one, other) ? null : $"{path}: {one?.ToJsonString() ?? "null"} and {other?.ToJsonString() ?? "null"}",
    };
}
