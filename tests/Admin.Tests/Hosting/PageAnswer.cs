using System.Net;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>An answer of the admin, read to its end.</summary>
public sealed record PageAnswer(HttpStatusCode Status, string? Location, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<PageAnswer> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join("\n", header.Value), StringComparer.OrdinalIgnoreCase);
        return new PageAnswer(response.StatusCode, response.Headers.Location?.OriginalString, html, headers);
    }
}
