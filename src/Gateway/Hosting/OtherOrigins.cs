using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Lets pages of other origins, such as a district's dashboard, call the API from a browser (the Fetch standard's CORS protocol): those the settings name
/// and no others. We know callers by their <c>Authorization</c> header, which a page has to send itself, so no credentials of the browser's go along.</summary>
internal static class OtherOrigins
{
    /// <summary>What a page may read of an answer beside its body.</summary>
    private static readonly string[] Shown =
    [
        HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.ContentDisposition, "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
    ];

    private static readonly string[] Sent =
    [
        HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfNoneMatch, "GraphQL-Cost", "GraphQL-Plan",
    ];

    /// <param name="origins">Scheme, host and port each, as browsers send them; none: the API is for its own origin only.</param>
    public static void UseOtherOrigins(this IApplicationBuilder app, IReadOnlyCollection<string> origins)
    {
        if (origins.Count == 0) return;
        app.UseCors(policy => policy.WithOrigins([.. origins]).WithMethods(HttpMethods.Get, HttpMethods.Post).WithHeaders(Sent).WithExposedHeaders(Shown)
            .SetPreflightMaxAge(TimeSpan.FromHours(1)));
    }
}
