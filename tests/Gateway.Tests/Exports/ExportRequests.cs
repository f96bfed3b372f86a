using System.Net.Http.Json;

namespace HomeroomGraph.Gateway.Tests.Exports;

/// <summary>Asks for exports.</summary>
internal static class ExportRequests
{
    /// <summary>Posts a document to <c>/exports</c>.</summary>
    public static async Task<HttpResponseMessage> SendExportAsync(
        this GatewayFixture gateway, string token, string format, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/exports?format={format}") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The bytes of an export.</summary>
    public static async Task<byte[]> ExportAsync(this GatewayFixture gateway, string token, string format, string query, object? variables = null)
    {
        using var answer = await gateway.SendExportAsync(token, format, query, variables);
        byte[] file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(file));
        return file;
    }

    /// <summary>The rows of a list as the query gives them page by page, each as its JSON.</summary>
    public static async Task<List<string>> PagesAsync(this GatewayFixture gateway, string token, string list, string query, object? where = null)
    {
        var rows = new List<string>();
        string? after = null;
        do
        {
            var answer = await gateway.PostAsync(query, new { after, where }, token);
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            var page = answer.GetProperty("data").GetProperty(list);
            rows.AddRange(page.GetProperty("nodes").EnumerateArray().Select(row => row.GetRawText()));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return rows;
    }
}
