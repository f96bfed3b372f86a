using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Reads the parameters of a request, strictly: what is not as it should be is refused with a reason and never guessed.</summary>
internal static class RequestReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="HttpRequestRefusedException">The request is not a well-formed GraphQL request.</exception>
    public static async ValueTask<GraphQLRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var read = await ReadParametersAsync(request, cancellation);
        var (cost, plan) = (CostOf(request), PlanOf(request));
        return cost == CostReport.None && plan == PlanReport.None ? read : read with { Cost = cost, Plan = plan };
    }

    /// <summary>The header <c>GraphQL-Cost</c>, as Hot Chocolate has it.</summary>
    private static CostReport CostOf(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString() switch
    {
        "" => CostReport.None,
        "report" => CostReport.Report,
        "validate" => CostReport.Validate,
        _ => throw Bad("The header 'GraphQL-Cost' is 'report' or 'validate'."),
    };

    /// <summary>The header <c>GraphQL-Plan</c>, of our own.</summary>
    private static PlanReport PlanOf(HttpRequest request) => request.Headers["GraphQL-Plan"].ToString() switch
    {
        "" => PlanReport.None,
        "report" => PlanReport.Report,
        "validate" => PlanReport.Validate,
        "analyze" => PlanReport.Analyze,
        _ => throw Bad("The header 'GraphQL-Plan' is 'report', 'validate' or 'analyze'."),
    };

    private static ValueTask<GraphQLRequest> ReadParametersAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            // A type that a browser sends without asking first has no business at a request without a body.
            if (request.ContentType is not null) RequireJson(request);
            return ValueTask.FromResult(FromQueryString(request.Query));
        }
        if (HttpMethods.IsPost(request.Method)) return FromBodyAsync(request, cancellation);
        throw new HttpRequestRefusedException(StatusCodes.Status405MethodNotAllowed, "Send GraphQL requests by POST, or queries by GET.") { Allow = "GET, POST" };
    }

    private static GraphQLRequest FromQueryString(IQueryCollection parameters)
    {
        string? query = Single(parameters, "query"), documentId = Single(parameters, "documentId");
        var extensions = JsonParameter(parameters, "extensions");
        if (string.IsNullOrEmpty(query) && documentId is null && !RequestedId.IsIn(extensions)) throw Bad("The parameter 'query' is missing.");
        return new GraphQLRequest(
            Utf8(query ?? "", "query"), Single(parameters, "operationName"), JsonParameter(parameters, "variables"), QueryOnly: true)
        {
            DocumentId = documentId, Extensions = extensions,
        };
    }

    private static async ValueTask<GraphQLRequest> FromBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        RequireJson(request);
        var root = StrictJson.Parse(await BodyAsync(request.BodyReader, cancellation), "The body");
        if (root.ValueKind == JsonValueKind.Array) throw Bad("One request at a time: the body must be a JSON object, not a list of requests.");
        if (root.ValueKind != JsonValueKind.Object) throw Bad("The body must be a JSON object with the member 'query'.");
        return FromObject(root);
    }

    /// <summary>The whole body; most are there already when they are asked for. The host bounds its size.</summary>
    private static async ValueTask<byte[]> BodyAsync(PipeReader body, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            if (read.IsCompleted)
            {
                byte[] whole = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return whole;
            }
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The parameters in an object of JSON, whatever brought it.</summary>
    /// <exception cref="HttpRequestRefusedException">They are not those of a request.</exception>
    public static GraphQLRequest FromObject(JsonElement root)
    {
        var extensions = ObjectOrNull(Member(root, "extensions"), "extensions");
        var query = Bytes(Member(root, "query"), "query");
        string? documentId = Text(Member(root, "documentId"), "documentId");
        if (query is null && documentId is null && !RequestedId.IsIn(extensions)) throw Bad("The member 'query' is missing.");
        return new GraphQLRequest(
            query ?? ReadOnlyMemory<byte>.Empty, Text(Member(root, "operationName"), "operationName"), ObjectOrNull(Member(root, "variables"), "variables"))
        {
            DocumentId = documentId, Extensions = extensions,
        };
    }

    /// <summary>JSON only: a browser sends other types across sites without asking first.</summary>
    private static void RequireJson(HttpRequest request)
    {
        string encoding = request.Headers.ContentEncoding.ToString();
        if (encoding is not "" && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new HttpRequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "Send the request without a content encoding.");
        if (request.ContentType is "application/json" or "application/json; charset=utf-8") return;
        bool json = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
        if (!json) throw new HttpRequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json in UTF-8.");
    }

    private static JsonElement? JsonParameter(IQueryCollection parameters, string name) => Single(parameters, name) is { } text
        ? ObjectOrNull(StrictJson.Parse(Utf8(text, name), $"The parameter '{name}'"), name)
        : null;

    private static byte[] Utf8(string text, string parameter)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Bad($"The parameter '{parameter}' is not valid Unicode text.");
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
        return text.GetString();
    }

    /// <summary>The same as UTF-8, which it came as and is parsed as.</summary>
    private static ReadOnlyMemory<byte>? Bytes(JsonElement? value, string name)
    {
        if (value is not { ValueKind: JsonValueKind.String } text) return Text(value, name) is null ? null : throw new UnreachableException();
        var json = JsonMarshal.GetRawUtf8Value(text);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        byte[] bytes = new byte[json.Length];
        return bytes.AsMemory(0, reader.CopyString(bytes));
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
