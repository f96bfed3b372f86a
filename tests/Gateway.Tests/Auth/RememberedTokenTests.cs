using System.Net;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HomeroomGraph.Gateway.Tests.Auth;

/// <summary>A token that passed a moment ago costs a look-up, and is refused all the same as soon as it no longer holds.</summary>
public sealed class RememberedTokenTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Question = "{ viewer { username } }";

    [Fact]
    public async Task The_handler_sees_a_token_once_and_never_a_request_without_one()
    {
        var token = await gateway.SignInAsync("principal");
        var handled = 0;
        Handler.Events.OnMessageReceived = _ =>
        {
            Interlocked.Increment(ref handled);
            return Task.CompletedTask;
        };

        for (var time = 0; time < 5; time++)
            Assert.Equal("principal", (await gateway.PostAsync(Question, token: token)).GetProperty("data").GetProperty("viewer").GetProperty("username").GetString());
        await gateway.PostAsync("{ __typename }");

        Assert.Equal(1, handled);
    }

    [Fact]
    public async Task A_remembered_token_of_an_account_that_is_disabled_is_refused_at_once()
    {
        var token = await gateway.SignInAsync("auditor");
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(token));

        await gateway.Database.Owner.ExecuteAsync("update access.account set is_disabled = true where user_name = 'auditor'");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(token));
    }

    [Fact]
    public async Task A_token_beside_another_is_not_looked_up()
    {
        var token = await gateway.SignInAsync("principal");
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(token));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(token, $"Bearer {token}"));
    }

    private JwtBearerOptions Handler => gateway.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);

    private async Task<HttpStatusCode> StatusOfAsync(string token, params string[] more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Http.BaseAddress!, "/graphql?query=" + Uri.EscapeDataString("{ schools(first: 1) { nodes { name } } }")));
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", .. more]);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
