using System.Net;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Tests.Ide;

/// <summary>Who gets the IDE's page at the API's address, and what it comes with.</summary>
public sealed partial class IdeNegotiationTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData(Browser)]
    [InlineData("text/html")]
    [InlineData("text/html, application/json;q=0.5")]
    public async Task A_browser_gets_the_page(string accept)
    {
        using var response = await SendAsync(accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("analyst-370403", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json, text/html")]
    [InlineData("text/html;q=0.9, application/graphql-response+json")]
    [InlineData("text/html;q=0, */*")]
    [InlineData("text/event-stream, text/html;q=0.9")]
    [InlineData("text/*")]
    public async Task Whoever_asks_for_data_never_gets_a_page(string? accept)
    {
        using var response = await SendAsync(accept);

        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("GET", "/graphql?query=%7B__typename%7D")]
    [InlineData("GET", "/graphql?documentId=sha256:x")]
    [InlineData("GET", "/graphql?extensions=%7B%7D")]
    [InlineData("POST", "/graphql")]
    [InlineData("DELETE", "/graphql")]
    [InlineData("GET", "/graphql/ide")]
    [InlineData("GET", "/graphql/ide/none/main.js")]
    public async Task A_request_to_the_api_stays_one_whatever_it_accepts(string method, string path)
    {
        using var response = await SendAsync(Browser, method, path);

        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_asks_for_data()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.TryAddWithoutValidation("Accept", Browser);
        request.Headers.Authorization = new("Bearer", "nonsense");
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    /// <summary>Scripts only from files, styles from files and under a nonce that is another one each time, no frame, no other origin.</summary>
    [Fact]
    public async Task The_page_may_load_its_own_files_and_nothing_else()
    {
        using var first = await SendAsync(Browser);
        using var second = await SendAsync(Browser);
        var policies = new[] { first, second }.Select(response => response.Headers.GetValues("Content-Security-Policy").Single()).ToList();

        Assert.Equal(2, policies.Distinct().Count());
        Assert.All(policies, policy =>
        {
            Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch(OtherPlace(), policy);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        });
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.Equal(["DENY"], first.Headers.GetValues("X-Frame-Options"));
    }

    [Fact]
    public async Task Its_files_are_kept_for_long_under_an_address_of_their_own()
    {
        using var page = await SendAsync(Browser);
        var place = Base().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        foreach (var (file, type) in new[] { ("ide.js", "text/javascript"), ("main.js", "text/javascript"), ("styles.css", "text/css"), ("assets/i18n/zh-CN.json", "application/json") })
        {
            using var response = await SendAsync("*/*", path: place + file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.NonValidated["Cache-Control"].ToString());
        }
    }

    [Fact]
    public async Task Its_files_travel_compressed()
    {
        using var page = await SendAsync(Browser);
        var place = Base().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, place + "main.js");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length < 1_500_000);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData("de", "en")]
    public async Task It_speaks_the_browsers_language(string languages, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.TryAddWithoutValidation("Accept", Browser);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"{expected}\">", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string? accept, string method = "GET", string path = "/graphql")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<base href=\"([^\"]+)\">")]
    private static partial Regex Base();

    [GeneratedRegex("https?:|wss?:|\\*|blob:")]
    private static partial Regex OtherPlace();
}
