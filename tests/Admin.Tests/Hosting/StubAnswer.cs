using System.Text.Json.Nodes;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>What the stub says: a status and a GraphQL answer.</summary>
public sealed record StubAnswer(int Status, JsonNode Body)
{
    public static StubAnswer Data(JsonNode data) => new(200, new JsonObject { ["data"] = data.DeepClone() });

    public static StubAnswer Error(int status, string code) => new(status, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = $"The stub says {code}.",
            ["extensions"] = new JsonObject { ["code"] = code },
        }),
    });

    public static StubAnswer FromFile(string operation) => Data(ReadFile(operation));

    /// <summary>The fixed answer's data, for a test to change.</summary>
    public static JsonObject ReadFile(string operation)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Answers", operation + ".json");
        return JsonNode.Parse(File.ReadAllText(path))!.AsObject();
    }
}
