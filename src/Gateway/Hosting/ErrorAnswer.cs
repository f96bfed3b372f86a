using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Answers that never reached the engine, in the shape every GraphQL client reads.</summary>
internal static class ErrorAnswer
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { errors = new[] { new { message, extensions = new { code } } } }, Readable);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
