using System.Text.Json;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Answers that never reached the engine, in the shape every GraphQL client reads.</summary>
internal static class ErrorAnswer
{
    public static async Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { errors = new[] { new { message, extensions = new { code } } } }, JsonSerializerOptions.Web);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
