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

        NamesInUpperCase(said);
        return said;
    }

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
