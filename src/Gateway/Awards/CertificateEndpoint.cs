using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Hosting;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>
/// <c>GET /certificates?number=…</c>, without a token: whether a certificate of that number was issued here, and still holds (rules T5, W3). 200 with what
/// anybody may know, 404 for a number of none, 400 for what can't be one, 429 for who guesses.
/// </summary>
internal static class CertificateEndpoint
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void MapCertificates(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/certificates", HandleAsync);

    private static async Task HandleAsync(HttpContext context, CertificateCheck check, CertificateThrottle throttle)
    {
        context.Response.Headers.CacheControl = "no-store";
        var number = context.Request.Query["number"].ToString().Trim();
        if (!CertificateCheck.IsNumber(number))
        {
            await ErrorAnswer.WriteAsync(
                context, StatusCodes.Status400BadRequest, "BAD_USER_INPUT",
                $"Send number: {CertificateCheck.ShortestNumber} to {CertificateCheck.LongestNumber} characters. 请输入证书编号（{CertificateCheck.ShortestNumber}至{CertificateCheck.LongestNumber}个字符）。");
            return;
        }
        var address = context.Connection.RemoteIpAddress;
        if (!throttle.TryEnter(address, out var wait))
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, "TOO_MANY_REQUESTS", "Too many numbers that are unknown. Wait a moment. 多次查询未知编号，请稍候再试。");
            return;
        }
        if (await check.FindAsync(number, context.RequestAborted) is { Count: > 0 } found)
        {
            throttle.Succeeded(address);
            await context.Response.WriteAsJsonAsync(new { number, certificates = found }, Written, context.RequestAborted);
        }
        else
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", "No certificate has this number. 查无此证书编号。");
    }
}
