using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>Answers as brotli and gzip: who gets which, what is left as it is, and that the content is the same.</summary>
public sealed class CompressionTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Large = "{ teachers(first: 500) { nodes { id name pinyin staffNumber employments { nodes { id startsOn } } } } }";
    private const string Small = "{ viewer { username } }";

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("BR", "br")]
    [InlineData("deflate, zstd", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData("a;;q=b,,", null)]
    [InlineData(null, null)]
    public async Task A_large_answer_comes_in_the_coding_that_the_client_likes_best(string? accepted, string? coding)
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var answer = await AskAsync(Large, token, accepted);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);

        var raw = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var plain = await PlainAsync(Large, token);
        Assert.Equal(plain, Decoded(raw, coding));
        if (coding is not null) Assert.True(raw.Length < plain.Length / 3, $"{plain.Length} bytes became {raw.Length}.");
    }

    [Fact]
    public async Task A_small_answer_a_refusal_and_a_mutation_come_as_they_are()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        string longAlias = string.Concat(Enumerable.Repeat("a", 2_000));
        foreach (string query in (string[])[Small, $"{{ {longAlias} }}", $"mutation {{ {longAlias}: __typename }}"])
        {
            using var answer = await AskAsync(query, token, "br, gzip");
            Assert.Empty(answer.Content.Headers.ContentEncoding);
            JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task What_is_flushed_while_rows_still_come_can_be_read_at_once()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string rows = "nodes { id name pinyin staffNumber appointments(first: 8) { edges { cursor node { id startsOn endsOn kind state class { id name school { id name } } } } } employments(first: 3) { nodes { id startsOn school { name code } } } }";
        string huge = $"{{ {string.Join(' ', Enumerable.Range(0, 10).Select(n => $"list{n}: teachers(first: 100) {{ {rows} }}"))} }}";
        using var answer = await AskAsync(huge, token, "gzip", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = new GZipStream(body, CompressionMode.Decompress);
        var begin = new byte[8];
        await plain.ReadExactlyAsync(begin, TestContext.Current.CancellationToken);
        Assert.Equal("{\"data\":"u8, begin);
        using var rest = new MemoryStream();
        await plain.CopyToAsync(rest, TestContext.Current.CancellationToken);
        Assert.True(rest.Length > 300 * 1024, $"{rest.Length} bytes are too few to be sent in parts.");
        Assert.Equal("]}}}"u8, rest.ToArray().AsSpan()[^4..]);
    }

    private static byte[] Decoded(byte[] raw, string? coding)
    {
        using var stream = new MemoryStream(raw);
        using Stream decoder = coding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<byte[]> PlainAsync(string query, string token)
    {
        using var answer = await gateway.SendAsync(query, token: token);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> AskAsync(
        string query, string token, string? accepted, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", token);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("accept-encoding", accepted);
        return await gateway.Http.SendAsync(request, completion, TestContext.Current.CancellationToken);
    }
}
