using System.Globalization;
using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>PostGraphile: the whole document with its variables is posted each time, as to ours.</summary>
internal sealed class PostGraphileSystem(string name, Uri server) : BenchedSystem(name, server)
{
    // Its schema has states and kinds as the texts that the tables have; ours as enums.
    private static readonly string[] Enums = ["level", "state", "role", "kind"];

    public override byte[] RequestOf(Question question, Variables variables, string? cursor = null, int? first = null) =>
        HttpRequestText.PostJson(Server, "/graphql", PostBody.Of(question.Document("postgraphile"), With(variables.PostGraphile, cursor, first)));

    public override JsonObject Normalise(JsonObject answer)
    {
        var said = base.Normalise(answer);

        // A school's teachers of a day hang on no key of the tables, so they are asked for beside their school.
        if (said["school"] is JsonObject school && said["teachers"] is { } teachers)
        {
            said.Remove("teachers");
            school["teachers"] = teachers;
        }

        if (said["schools"]?["nodes"] is JsonArray schools)
            foreach (var one in schools)
            {
                one!["researchProjectGroups"] = Groups(one["researchProjectGroups"]!, "state", "researchProjectId", "count");
                one["awardGroups"] = Groups(one["awardGroups"]!, "level", "paperId", "papers");
            }

        NamesInUpperCase(said);
        return said;
    }

    /// <summary>Its groups have their keys as texts without names, in no order, and numbers as texts.</summary>
    private static JsonObject Groups(JsonNode connection, string key, string counted, string count) => new()
    {
        ["nodes"] = new JsonArray([.. connection["groupedAggregates"]!.AsArray()
            .Select(group => (Key: group!["keys"]![0]!.GetValue<string>(), Count: long.Parse(group["distinctCount"]![counted]!.GetValue<string>(), CultureInfo.InvariantCulture)))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new JsonObject { ["key"] = new JsonObject { [key] = group.Key }, [count] = group.Count })]),
    };

    private static void NamesInUpperCase(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items) NamesInUpperCase(item);
        if (node is not JsonObject fields) return;
        foreach (var (key, value) in fields.ToArray())
            if (Enums.Contains(key) && value is JsonValue text) fields[key] = text.GetValue<string>().ToUpperInvariant();
            else NamesInUpperCase(value);
    }
}
