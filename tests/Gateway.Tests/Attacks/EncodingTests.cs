using System.IO.Compression;
using System.Net;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Bodies that are not what they say: other character sets, compression, JSON that two readers would read differently, forms.</summary>
[Collection(Attacks.Name)]
public sealed class EncodingTests(AttackFixture gateway)
{
    private static readonly byte[] Ordinary = """{"query":"{__typename}"}"""u8.ToArray();

    /// <summary>A hundred megabytes of zeros are a hundred kilobytes of gzip.</summary>
    private static readonly Lazy<byte[]> Bomb = new(() =>
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(new byte[100_000_000]);
        return compressed.ToArray();
    });

    /// <summary>Apollo CVE-2026-23897 (GHSA-mp6q-xf9x-fwf7): bodies in unusual character sets; only UTF-8 is JSON (RFC 8259, 8.1).</summary>
    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-32")]
    [InlineData("utf-7")]
    [InlineData("latin1")]
    [InlineData("gb18030")]
    [InlineData("utf-8, utf-7")]
    [InlineData("x-user-defined")]
    public async Task Another_character_set_is_refused_by_its_name(string charset)
    {
        byte[] body = charset.StartsWith("utf-16", StringComparison.Ordinal) ? Encoding.Unicode.GetBytes(new string('"', 400_000)) : Ordinary;
        Assert.Equal(415, (await gateway.AttackWithBodyAsync(body, contentType: $"application/json; charset={charset}")).Status);
    }

    [Fact]
    public async Task Another_character_set_that_is_not_named_is_refused_by_its_bytes()
    {
        string text = Encoding.UTF8.GetString(Ordinary);
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
            Assert.Equal(400, (await gateway.AttackWithBodyAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).Status);
        Assert.Equal(400, (await gateway.AttackWithBodyAsync([0xEF, 0xBB, 0xBF, .. Ordinary])).Status);
        Assert.Equal(400, (await gateway.AttackWithBodyAsync([.. "{\"query\":\"{__typename #"u8, 0xC0, 0x80, .. "}\"}"u8])).Status);
        Assert.Equal(400, (await gateway.AttackWithBodyAsync([.. "{\"query\":\"{__typename #"u8, 0xED, 0xA0, 0x80, .. "}\"}"u8])).Status);
        Assert.Equal(400, (await gateway.AttackWithBodyAsync([.. "{\"query\":\"{__typename #"u8, 0xFF, .. "}\"}"u8])).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    [InlineData("compress")]
    public async Task A_compressed_body_is_refused_and_not_opened(string encoding)
    {
        Assert.Equal(415, (await gateway.AttackWithBodyAsync(Bomb.Value, encoding: encoding)).Status);
    }

    /// <summary>OWASP, cross-site requests: a browser sends these types to another site without asking it first.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/jsonp")]
    [InlineData("message/http; application/json")]
    [InlineData("")]
    [InlineData(";")]
    public async Task Only_JSON_is_a_request(string contentType)
    {
        Assert.Equal(415, (await gateway.AttackWithBodyAsync(Ordinary, contentType: contentType)).Status);
        Assert.Equal(415, (await gateway.AttackWithBodyAsync("query={__typename}"u8.ToArray(), contentType: contentType)).Status);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("message/http", 415)]
    [InlineData("application/json", 200)]
    [InlineData(null, 200)]
    public async Task A_get_has_no_type_or_that_of_JSON(string? contentType, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        }
        Assert.Equal(status, (await gateway.AttackAsync(request)).Status);
    }

    [Theory]
    [InlineData("query=mutation%7BsignIn(input%3A%7Busername%3A%22a%22%2Cpassword%3A%22b%22%7D)%7BaccessToken%7D%7D", 405)]
    [InlineData("query=%7B__typename%7D&variables=%7B%22a%22%3A1%2C%22a%22%3A2%7D", 400)]
    [InlineData("query=%7B__typename%7D&variables=%7B%22a%22%3A%22%5Cud800%22%7D", 400)]
    [InlineData("query=%7B__typename%7D&variables=1", 400)]
    [InlineData("query=%7B__typename%00%7D", 200)]
    [InlineData("query=%FF%FE", 200)]
    [InlineData("query=%ED%A0%80", 200)]
    [InlineData("query[]=%7B__typename%7D", 400)]
    public async Task A_get_is_read_as_strictly(string parameters, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters);
        var outcome = await gateway.AttackAsync(request);
        Assert.True(status == outcome.Status, $"{outcome.Status}: {outcome.Body}");
        Assert.NotNull(outcome.Code);
    }

    /// <summary>JSON that is none, or that another reader would read as something else.</summary>
    public static TheoryData<string> NotStrict =>
    [
        "", " ", "null", "1", "\"{__typename}\"", "{", "{}", "[]", "[1]",
        """[{"query":"{__typename}"},{"query":"{__typename}"}]""",
        """{"query":"{__typename}"}{"query":"{__typename}"}""",
        """{"query":"{__typename}"},""",
        """{"query":"{__typename}",}""",
        """{"query":"{__typename}"/* */}""",
        """{'query':'{__typename}'}""",
        """{query:"{__typename}"}""",
        """{"query":"{__typename}","query":"{viewer{id}}"}""",
        """{"query":"{__typename}","qu\u0065ry":"{viewer{id}}"}""",
        """{"query":"{__typename}","variables":{"a":1,"a":2}}""",
        """{"query":"{__typename}","variables":{"a":[{"b":{"c":1,"\u0063":2}}]}}""",
        """{"query":"{__typename}","extensions":{"a":1,"a":2}}""",
        """{"query":"{__typename}","a":{"b":1,"b":1}}""",
        """{"query":"{__typename}","variables":{"a":"\ud800"}}""",
        """{"query":"{__typename}","variables":{"a":"\udc00\ud800"}}""",
        """{"query":"{__typename}","variables":{"a":"\ud800\u0041"}}""",
        """{"query":"{__typename}","variables":{"\udfff":1}}""",
        """{"query":"{__typename}","variables":{"a\u0000":1}}""",
        """{"query":"{__typename}","variables":{"a":"\u0000"}}""",
        """{"query":"\u0000{__typename}"}""",
        """{"query":"{__typename}","variables":{"a":1e999}}""",
        """{"query":"{__typename}","variables":{"a":[-1e400]}}""",
        """{"query":"{__typename}","variables":{"a":NaN}}""",
        """{"query":"{__typename}","variables":{"a":-Infinity}}""",
        """{"query":"{__typename}","variables":{"a":01}}""",
        """{"query":"{__typename}","variables":{"a":+1}}""",
        """{"query":"{__typename}","variables":{"a":.5}}""",
        """{"query":"{__typename}","variables":{"a":0x10}}""",
        """{"query":"{__typename}","variables":"{}"}""",
        """{"query":"{__typename}","variables":[1]}""",
        """{"query":["{__typename}"]}""",
        """{"query":{"a":1}}""",
        """{"query":null}""",
        """{"query":"{__typename}","operationName":1}""",
        """{"query":"{__typename}","operationName":["a"]}""",
        """{"query":"{__typename}","extensions":1}""",
        "{\"query\":\"{__typename}\n\"}",
        "{\"query\":\"{__typename}\t\"}",
        "{\"query\":\"{__typename}\\x\"}",
        "{\"query\":\"{__typename}\\u00\"}",
        "{\"query\":\"{__typename}\"}\0",
    ];

    [Theory]
    [MemberData(nameof(NotStrict))]
    public async Task What_is_not_strict_JSON_is_refused(string body)
    {
        var outcome = await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body));
        Assert.Equal((400, "BAD_REQUEST"), (outcome.Status, outcome.Code));
    }

    [Theory]
    [InlineData("""{"query":"{__typename}","variables":{"a":"\ud83d\ude00 \u0041 \\ud800 \" \/"}}""")]
    [InlineData("""  {"query":"{__typename}","variables":{"a":-1.5e-300},"operationName":null,"extensions":null,"more":[1,2]}  """)]
    public async Task Strict_JSON_is_taken(string body) =>
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body))).Body);

    [Fact]
    public async Task A_hundred_thousand_members_are_compared_by_hash()
    {
        var body = new StringBuilder("""{"query":"{__typename}","variables":{""");
        for (int i = 0; i < 70_000; i++) body.Append($"\"a{i}\":1,");
        var outcome = await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body.Append("\"z\":1}}").ToString()));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", outcome.Body);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("NOTHING")]
    public async Task Other_methods_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql?query=%7B__typename%7D");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (HttpStatusCode)(await gateway.AttackAsync(request)).Status);
    }
}
