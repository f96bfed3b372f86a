using System.Net.Http.Json;
using HomeroomGraph.Gateway.Access;

namespace HomeroomGraph.Gateway.Tests.Hosting;

/// <summary>Behind the admin all users come from one address; the API sees each user's own.</summary>
public sealed class ForwardedAddressTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Who_guesses_through_the_admin_holds_back_nobody_but_himself()
    {
        for (var i = 0; i <= SignInThrottle.MostFailures; i++)
            await SignInAsync("203.0.113.7");

        Assert.Contains("ACCOUNT_LOCKED", await SignInAsync("203.0.113.7"), StringComparison.Ordinal);
        Assert.Contains("INVALID_CREDENTIALS", await SignInAsync("203.0.113.8"), StringComparison.Ordinal);
    }

    private async Task<string> SignInAsync(string from)
    {
        const string query = "mutation { signIn(input: { username: \"nobody\", password: \"guess\" }) { errors { ... on Error { code } } } }";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("X-Forwarded-For", from);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
