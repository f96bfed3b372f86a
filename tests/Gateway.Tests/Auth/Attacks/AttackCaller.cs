using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>Sends tokens to the running server as an attacker can, and says what each answer must be.</summary>
internal sealed class AttackCaller(GatewayFixture gateway) : IDisposable
{
    private const int LongestAnswer = 1_000;

    /// <summary>What would tell how the server is made.</summary>
    private static readonly string[] Internals = ["IDX", "Microsoft", "System.", "Exception", "   at ", "select ", "Npgsql", ".cs", "HomeroomGraph."];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
    {
        BaseAddress = gateway.Http.BaseAddress, Timeout = TimeSpan.FromSeconds(20),
    };

    public void Dispose() => http.Dispose();

    /// <summary>The token is refused, in words that tell nothing of the server, and the next request is served.</summary>
    public async Task RefusedAsync(string token, string genuine)
    {
        using (var response = await SendAsync("Bearer " + token))
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{(int)response.StatusCode}: {text}");
            Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
            AssertTellsNothing(text, token);
        }

        Assert.False(AttackTrap.WasEntered(), "Somebody went where the token pointed to.");
        await ServedAsync(genuine);
    }

    /// <summary>The token's account is answered.</summary>
    public async Task<string> ServedAsync(string token)
    {
        using var response = await SendAsync("Bearer " + token);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK && answer.TryGetProperty("data", out _), answer.ToString());
        return answer.GetProperty("data").GetProperty("viewer").GetProperty("username").GetString()!;
    }

    public Task<HttpResponseMessage> SendAsync(params string[] authorization) => SendAsync("/graphql", authorization);

    public async Task<HttpResponseMessage> SendAsync(string path, string[] authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { query = "{ viewer { username } }" }) };
        foreach (var value in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static void AssertTellsNothing(string text, string token)
    {
        Assert.True(text.Length < LongestAnswer, text);
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal("errors", Assert.Single(answer.EnumerateObject()).Name);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.True(TellsNothing(text, token), text);
    }

    /// <summary>Neither how the server is made nor the token itself stands in it.</summary>
    public static bool TellsNothing(string text, string token) =>
        !Array.Exists(Internals, word => text.Contains(word, StringComparison.Ordinal)) && !(token.Length > 20 && text.Contains(token[..20], StringComparison.Ordinal));
}
