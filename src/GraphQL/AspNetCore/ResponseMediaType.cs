using HomeroomGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>The media types of an answer: the two of one answer and the status each gives to a request that did not run (GraphQL over HTTP, 6.4).</summary>
internal sealed record ResponseMediaType(string Name)
{
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");
    public static readonly ResponseMediaType Json = new("application/json");

    /// <summary>A stream of answers (server-sent events).</summary>
    public static readonly ResponseMediaType EventStream = new("text/event-stream");

    /// <summary>As the header <c>Content-Type</c> has it.</summary>
    public string ContentType { get; } = $"{Name}; charset=utf-8";

    /// <summary>Data and errors together (GraphQL over HTTP, September 2026).</summary>
    private const int PartialSuccess = 294;

    /// <summary>What the client accepts, best first; null where it accepts none of them.</summary>
    public static ResponseMediaType? Negotiate(HttpRequest request)
    {
        // What clients send most is not taken apart.
        var given = request.Headers.Accept;
        if (given.Count == 0 || given == "application/json" || given == "*/*") return Json;
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted is not { Count: > 0 }) return Json;
        return accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).Select(Find).FirstOrDefault(found => found is not null);
    }

    /// <summary>The status of errors for which nothing was run. The older media type answers 200 to what is wrong in the document or its
    /// variables; both say 401 where a sign-in is missing, 403 where it is not enough and 400 where the request is not well-formed.</summary>
    /// <param name="newer">By the edition of September 2026: a document that can be read but not run is 422 to its media type.</param>
    public int StatusOf(IReadOnlyList<GraphQLError> errors, bool newer) => errors[0].Code switch
    {
        ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorCodes.PasswordChangeRequired or ErrorCodes.DocumentNotTrusted or ErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
        ErrorCodes.BadRequest => StatusCodes.Status400BadRequest,
        ErrorCodes.TooManyRequests => StatusCodes.Status429TooManyRequests,
        _ when this == Json => StatusCodes.Status200OK,
        ErrorCodes.SyntaxError => StatusCodes.Status400BadRequest,
        _ => newer ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
    };

    /// <summary>The status of a request that is not one of GraphQL; by the newer edition, JSON with other parameters than it should have is 422.</summary>
    public int StatusOf(HttpRequestRefusedException refused, bool newer) =>
        newer && this == GraphQLResponse && refused is { Status: StatusCodes.Status400BadRequest, IsReadable: true }
            ? StatusCodes.Status422UnprocessableEntity : refused.Status;

    /// <summary>The status of an answer that was run.</summary>
    public int StatusOf(ResponseOutput output, bool newer) =>
        newer && this == GraphQLResponse && output.HasErrors ? PartialSuccess : StatusCodes.Status200OK;

    private static ResponseMediaType? Find(MediaTypeHeaderValue type)
    {
        string name = type.MediaType.Value ?? "";
        if (name.Equals(GraphQLResponse.Name, StringComparison.OrdinalIgnoreCase)) return GraphQLResponse;
        if (name.Equals(EventStream.Name, StringComparison.OrdinalIgnoreCase)) return EventStream;
        bool json = name.Equals(Json.Name, StringComparison.OrdinalIgnoreCase) || name is "*/*" or "application/*";
        return json ? Json : null;
    }
}
