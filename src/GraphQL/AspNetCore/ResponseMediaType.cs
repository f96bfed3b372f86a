using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>The two media types of an answer and the status each gives to a request that did not run (GraphQL over HTTP, 6.4).</summary>
internal sealed record ResponseMediaType(string Name)
{
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");
    public static readonly ResponseMediaType Json = new("application/json");

    /// <summary>What the client accepts, best first; null where it accepts neither.</summary>
    public static ResponseMediaType? Negotiate(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted is not { Count: > 0 }) return Json;
        return accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).Select(Find).FirstOrDefault(found => found is not null);
    }

    /// <summary>The older media type answers 200 to what is wrong in the document or its variables; both say 401 where a sign-in is missing and
    /// 403 where it is not enough.</summary>
    public int StatusOf(IReadOnlyList<GraphQLError> errors) => errors[0].Code switch
    {
        ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorCodes.PasswordChangeRequired => StatusCodes.Status403Forbidden,
        _ => this == Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static ResponseMediaType? Find(MediaTypeHeaderValue type)
    {
        string name = type.MediaType.Value ?? "";
        if (name.Equals(GraphQLResponse.Name, StringComparison.OrdinalIgnoreCase)) return GraphQLResponse;
        bool json = name.Equals(Json.Name, StringComparison.OrdinalIgnoreCase) || name is "*/*" or "application/*";
        return json ? Json : null;
    }
}
