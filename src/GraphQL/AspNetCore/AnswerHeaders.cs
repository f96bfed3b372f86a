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

    /// <summary>The client itself may keep it, and asks by its tag whether it still holds before each use.</summary>
    public static void Revalidated(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache, max-age=0, must-revalidate";
        response.Headers.Vary = "Authorization, Accept, Accept-Encoding";
    }
}
