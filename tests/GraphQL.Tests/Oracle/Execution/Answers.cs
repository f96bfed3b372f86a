using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Our answers in the form that reference.mjs gives its own: the data as it is, and of each error its message, places and path.</summary>
internal static class Answers
{
    /// <summary>Stands for what only the log of a server says.</summary>
    private const string Failed = "failed";

    public static async Task<JsonElement> OfAsync(OperationPipeline pipeline, OracleRequest request, IViewer viewer, IServiceProvider services)
    {
        var answer = new MemoryStream();
        using var output = new ResponseOutput(async (part, cancellation) => await answer.WriteAsync(part, cancellation));
        try
        {
            var ours = new GraphQLRequest(Encoding.UTF8.GetBytes(request.Document), request.Operation, JsonDocument.Parse(JavaScriptJson.Of(request.Variables)).RootElement);
            await pipeline.ExecuteAsync(pipeline.Prepare(ours, viewer), output, services, TestContext.Current.CancellationToken);
            await output.CompleteAsync(TestContext.Current.CancellationToken);
        }
        catch (GraphQLRequestException refused)
        {
            return JsonSerializer.SerializeToElement(new JsonObject { ["errors"] = new JsonArray([.. refused.Errors.Take(5).Select(PlainError)]) });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // No request may bring this about: a difference, whatever the reference says.
            return JsonSerializer.SerializeToElement(new JsonObject { ["failure"] = failure.ToString() });
        }
        return Plain(JsonNode.Parse(answer.ToArray(), nodeOptions: null, new JsonDocumentOptions { MaxDepth = 1_000 })!.AsObject());
    }

    private static JsonElement Plain(JsonObject answer)
    {
        if (answer["errors"] is JsonArray errors) answer["errors"] = new JsonArray([.. errors.Select(error => PlainError(error!.AsObject()))]);
        // Where the data is null the errors come first; that is no difference.
        if (answer.Remove("data", out var data)) answer.Insert(0, "data", data);
        return JsonSerializer.SerializeToElement(answer, new JsonSerializerOptions { MaxDepth = 1_000 });
    }

    private static JsonObject PlainError(JsonObject error)
    {
        string message = (string)error["message"]!;
        bool isForTheLog = (string)error["extensions"]!["code"]! == ErrorCodes.InternalError && !message.StartsWith("Cannot return null", StringComparison.Ordinal);
        var places = (error["locations"]?.AsArray() ?? []).Select(place => $"{place!["line"]}:{place["column"]}");
        return Error(isForTheLog ? Failed : message, places, error["path"]?.DeepClone());
    }

    private static JsonObject PlainError(GraphQLError error) => Error(
        error.Message, error.Locations.Select(place => $"{place.Line}:{place.Column}"),
        error.Path.Count == 0 ? null : new JsonArray([.. error.Path.Select(step => step is int index ? JsonValue.Create(index) : (JsonNode)JsonValue.Create((string)step)!)]));

    private static JsonObject Error(string message, IEnumerable<string> places, JsonNode? path) => new() { ["message"] = message, ["places"] = string.Join(' ', places), ["path"] = path };

    /// <summary>Whether both refuse a page or an id that can't be, at the same field. The reference's resolvers do so one by one, and not at all once
    /// another error has made all of the data null; we do it for the whole request before anything runs.</summary>
    public static bool AreBothRefused(JsonElement ours, JsonElement theirs)
    {
        if (ours.TryGetProperty("data", out var none) && none.ValueKind != JsonValueKind.Null || !ours.TryGetProperty("errors", out var errors) || errors[0].GetProperty("path").ValueKind != JsonValueKind.Array) return false;
        string place = string.Join('.', errors[0].GetProperty("path").EnumerateArray().Where(step => step.ValueKind == JsonValueKind.String).Select(step => step.GetString()));
        return theirs.TryGetProperty("refused", out var places)
            ? theirs.GetProperty("isNull").GetBoolean() || places.EnumerateArray().Any(refused => refused.GetString() == place)
            : theirs.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Null;
    }

    /// <summary>Whether two answers are equal as JSON, the order of fields included; numbers by their value.</summary>
    public static bool AreEqual(JsonElement ours, JsonElement theirs) => ours.ValueKind == theirs.ValueKind && ours.ValueKind switch
    {
        JsonValueKind.Object => ours.EnumerateObject().Select(field => field.Name).SequenceEqual(theirs.EnumerateObject().Select(field => field.Name))
            && ours.EnumerateObject().Zip(theirs.EnumerateObject()).All(pair => AreEqual(pair.First.Value, pair.Second.Value)),
        JsonValueKind.Array => ours.GetArrayLength() == theirs.GetArrayLength() && ours.EnumerateArray().Zip(theirs.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
        JsonValueKind.Number => ours.GetDecimal() == theirs.GetDecimal(),
        JsonValueKind.String => ours.GetString() == theirs.GetString(),
        _ => true,
    };
}

/// <summary>A request to both implementations.</summary>
/// <param name="Seed">What values are made of, where they are made.</param>
internal sealed record OracleRequest(string Document, string? Operation, JsonObject Variables, string Seed)
{
    public JsonObject AsJson() => new()
    {
        ["document"] = Document,
        ["operation"] = Operation,
        ["variables"] = Variables.DeepClone(),
        ["seed"] = Seed,
    };
}
