using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>How the running server takes a request that is made to harm it.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Body">The answer.</param>
/// <param name="Elapsed">From the first byte sent to the last byte read.</param>
/// <param name="Allocated">Bytes allocated in this process, which is the server's and the test's.</param>
internal sealed record Outcome(int Status, string Body, TimeSpan Elapsed, long Allocated)
{
    public JsonElement Json => JsonDocument.Parse(Body, new JsonDocumentOptions { MaxDepth = 256 }).RootElement;

    /// <summary>The code of the first error; null where there is none.</summary>
    public string? Code => Json.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}

/// <summary>Sends attacks and checks what holds for each: no fault of the server, a bounded answer in a bounded time, nothing told of how the
/// program is made, and the next ordinary request served.</summary>
internal static class Attack
{
    /// <summary>Many times what any of them takes on an idle machine, where each is under a second; an unbounded step would still go over it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const long MostAllocated = 500_000_000;
    private const int MostAnswer = 64 * 1024;

    private static readonly string[] OursOrTheDatabases =
    [
        "System.", "Npgsql", "HomeroomGraph.", "   at ", "select ", "SELECT ", "union all", "homeroom.", "reach.", "SQLSTATE", "Exception",
    ];

    /// <summary>Posts a document.</summary>
    public static Task<Outcome> AttackAsync(
        this GatewayFixture gateway, string document, string? token = null, object? variables = null, int mostAnswer = MostAnswer) =>
        gateway.AttackWithBodyAsync(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables }), token, mostAnswer: mostAnswer);

    /// <summary>Posts bytes.</summary>
    public static async Task<Outcome> AttackWithBodyAsync(
        this GatewayFixture gateway, byte[] body, string? token = null, string contentType = "application/json", string? encoding = null, int mostAnswer = MostAnswer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        if (encoding is not null) request.Content.Headers.TryAddWithoutValidation("content-encoding", encoding);
        return await gateway.AttackAsync(request, token, mostAnswer);
    }

    /// <summary>Sends a request, checks what holds for each attack, and gives the outcome.</summary>
    public static async Task<Outcome> AttackAsync(this GatewayFixture gateway, HttpRequestMessage request, string? token = null, int mostAnswer = MostAnswer)
    {
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        watch.Stop();
        var outcome = new Outcome((int)answer.StatusCode, Encoding.UTF8.GetString(bytes), watch.Elapsed, GC.GetTotalAllocatedBytes() - before);

        string beginning = outcome.Body[..Math.Min(outcome.Body.Length, 300)];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{outcome.Status}, {outcome.Elapsed.TotalMilliseconds:F0} ms, {outcome.Allocated / 1000:N0} KB allocated, {bytes.Length:N0} bytes: {beginning}");
        Assert.True(outcome.Status is >= 200 and < 500, $"{outcome.Status}: {beginning}");
        Assert.True(outcome.Elapsed < Patience, $"It took {outcome.Elapsed}.");
        Assert.True(outcome.Allocated < MostAllocated, $"It took {outcome.Allocated:N0} bytes.");
        Assert.True(bytes.Length <= mostAnswer, $"The answer has {bytes.Length:N0} bytes.");
        if (outcome.Body.StartsWith('{') && outcome.Json.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateArray())
                Assert.DoesNotContain(OursOrTheDatabases, part => error.GetProperty("message").GetString()!.Contains(part, StringComparison.Ordinal));
            Assert.InRange(errors.GetArrayLength(), 1, 5);
        }

        await gateway.ServesAsync();
        return outcome;
    }

    /// <summary>An ordinary request is answered.</summary>
    public static async Task ServesAsync(this GatewayFixture gateway) =>
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await gateway.PostAsync("{ __typename }")).GetRawText());

    /// <summary>The parts of a document, each with its number.</summary>
    public static string Repeat(int times, Func<int, string> part)
    {
        var all = new StringBuilder();
        for (int i = 0; i < times; i++) all.Append(part(i)).Append(' ');
        return all.ToString();
    }

    /// <summary>Something inside of many.</summary>
    public static string Nest(int times, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));
}
