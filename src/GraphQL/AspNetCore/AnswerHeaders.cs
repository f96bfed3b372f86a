using System.Globalization;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.RateLimits;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>What an answer says to caches (RFC 9111).</summary>
internal static class AnswerHeaders
{
    /// <summary>Nobody keeps it.</summary>
    public static void NotStored(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Encoding";
    }

    /// <summary>Where the client stands with its budget of cost, by the names that GitHub's API has for it; the time is in seconds since 1970.</summary>
    public static void Budget(HttpResponse response, RateLimit? standing)
    {
        if (standing is null) return;
        response.Headers["x-ratelimit-limit"] = Text(standing.Limit);
        response.Headers["x-ratelimit-remaining"] = Text(standing.Remaining);
        response.Headers["x-ratelimit-reset"] = Text(standing.ResetAt.ToUnixTimeSeconds());
    }

    /// <summary>Nothing was done, and why not will be over in a moment.</summary>
    public static void TryAgain(HttpResponse response, GraphQLRequestException refused)
    {
        if (refused is TooManyOperationsException) response.Headers.RetryAfter = "1";
        if (refused is not BudgetSpentException spent) return;
        response.Headers.RetryAfter = Text(spent.RetryAfter);
        Budget(response, spent.Standing);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The client itself may keep it, and asks by its tag whether it still holds before each use.</summary>
    public static void Revalidated(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache, max-age=0, must-revalidate";
        response.Headers.Vary = "Authorization, Accept, Accept-Encoding";
    }
}
