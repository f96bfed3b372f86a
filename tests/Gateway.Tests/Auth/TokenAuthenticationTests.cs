using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Auth;

public sealed class TokenAuthenticationTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("nonsense")]
    public async Task Bad_credentials_are_refused_and_not_taken_for_none(string header)
    {
        using var response = await SendAsync(header);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Without_credentials_a_request_goes_on_as_nobodys()
    {
        using var response = await SendAsync(header: null);

        Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_good_token_goes_on()
    {
        using var response = await SendAsync("Bearer " + await gateway.TokenOfAsync(Guid.NewGuid()));

        Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_guessing_its_type_and_framing_it()
    {
        using var response = await SendAsync("Bearer nonsense");

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    private async Task<HttpResponseMessage> SendAsync(string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration");
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
