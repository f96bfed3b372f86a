using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Reads the parameters of a request, strictly: what is not as it should be is refused with a reason and never guessed.</summary>
internal static class RequestReader
{
    // Deeper than any bound of the engine, so that it is the engine's error that tells of too deep a value.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <exception cref="HttpRequestRefusedException">The request is not a well-formed GraphQL request.</exception>
    public static async Task<GraphQLRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method)) return FromQueryString(request.Query);
        if (HttpMethods.IsPost(request.Method)) return await FromBodyAsync(request, cancellation);
        throw new HttpRequestRefusedException(StatusCodes.Status405MethodNotAllowed, "Send GraphQL requests by POST, or queries by GET.") { Allow = "GET, POST" };
    }

    private static GraphQLRequest FromQueryString(IQueryCollection parameters)
    {
        string? query = Single(parameters, "query"), documentId = Single(parameters, "documentId");
        var extensions = JsonParameter(parameters, "extensions");
        if (string.IsNullOrEmpty(query) && documentId is null && !RequestedId.IsIn(extensions)) throw Bad("The parameter 'query' is missing.");
        return new GraphQLRequest(
            Encoding.UTF8.GetBytes(query ?? ""), Single(parameters, "operationName"), JsonParameter(parameters, "variables"), QueryOnly: true)
        {
            DocumentId = documentId, Extensions = extensions,
        };
    }

    private static async Task<GraphQLRequest> FromBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        RequireJson(request);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var root = ParseJson(body.GetBuffer().AsMemory(0, (int)body.Length), "The body").RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw Bad("The body must be a JSON object with the member 'query'.");

        var extensions = ObjectOrNull(Member(root, "extensions"), "extensions");
        string? query = Text(Member(root, "query"), "query"), documentId = Text(Member(root, "documentId"), "documentId");
        if (query is null && documentId is null && !RequestedId.IsIn(extensions)) throw Bad("The member 'query' is missing.");
        return new GraphQLRequest(
            Encoding.UTF8.GetBytes(query ?? ""), Text(Member(root, "operationName"), "operationName"), ObjectOrNull(Member(root, "variables"), "variables"))
        {
            DocumentId = documentId, Extensions = extensions,
        };
    }

    /// <summary>JSON only: a browser sends other types across sites without asking first.</summary>
    private static void RequireJson(HttpRequest request)
    {
        bool json = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
        if (!json) throw new HttpRequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json in UTF-8.");
    }

    private static JsonElement? JsonParameter(IQueryCollection parameters, string name) => Single(parameters, name) is { } text
        ? ObjectOrNull(ParseJson(Encoding.UTF8.GetBytes(text), $"The parameter '{name}'").RootElement, name)
        : null;

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> json, string what)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException fault)
        {
            throw new HttpRequestRefusedException(StatusCodes.Status400BadRequest, $"{what} is not valid JSON: {fault.Message}");
        }
    }

    private static string? Single(IQueryCollection parameters, string name) => parameters[name] switch
    {
        { Count: 0 } => null,
        { Count: 1 } value => value[0],
        _ => throw Bad($"The parameter '{name}' is given more than once."),
    };

    private static JsonElement? Member(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? ObjectOrNull(JsonElement? value, string name) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.Object => value,
        _ => throw Bad($"'{name}' must be an object."),
    };

    private static string? Text(JsonElement? value, string name)
    {
        if (value is null or { ValueKind: JsonValueKind.Null }) return null;
        if (value is not { ValueKind: JsonValueKind.String } text) throw Bad($"'{name}' must be a string.");
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Bad($"'{name}' is not valid Unicode text.");
        }
    }

    private static HttpRequestRefusedException Bad(string message) => new(StatusCodes.Status400BadRequest, message) { IsReadable = true };
}

/// <summary>A request that is not a well-formed GraphQL request.</summary>
internal sealed class HttpRequestRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>It is JSON, but not what a request has.</summary>
    public bool IsReadable { get; init; }

    /// <summary>The methods that would be allowed.</summary>
    public string? Allow { get; init; }

    public GraphQLError Error => new(Message, ErrorCodes.BadRequest);
}
