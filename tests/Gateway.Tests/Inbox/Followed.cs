using System.Net.Http.Json;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>A subscription over server-sent events, as a browser's client reads it.</summary>
internal sealed class Followed(HttpResponseMessage answer, StreamReader lines) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Followed> BeginAsync(HttpClient http, Uri address, string token, string query, object? variables = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        answer.EnsureSuccessStatusCode();
        return new Followed(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation)));
    }

    /// <summary>The next answer's data.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        while (await lines.ReadLineAsync(stop.Token) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > 6) return JsonDocument.Parse(line[5..]).RootElement.GetProperty("data");
        throw new InvalidOperationException("The stream has ended.");
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }
}
