using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Tests.Auth;

public sealed class TokenEndpointsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Anybody_can_check_our_tokens_with_the_published_keys_and_nothing_else()
    {
        var token = await gateway.TokenOfAsync(Guid.NewGuid());
        var metadata = await GetAsync("/.well-known/openid-configuration");
        var keys = new JsonWebKeySet(await gateway.Http.GetStringAsync(
            new Uri(metadata.GetProperty("jwks_uri").GetString()!).AbsolutePath, TestContext.Current.CancellationToken));

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = metadata.GetProperty("issuer").GetString(),
            ValidAudience = TokenTerms.Audience,
            IssuerSigningKeys = keys.GetSigningKeys(),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task The_private_part_of_a_key_is_not_published()
    {
        var keys = await GetAsync("/.well-known/jwks.json");

        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(part => part.Name).Order());
    }

    [Fact]
    public async Task The_metadata_announce_the_grant_and_the_endpoint_that_there_are_and_no_other()
    {
        var metadata = await GetAsync("/.well-known/openid-configuration");

        Assert.Equal("client_credentials", Assert.Single(metadata.GetProperty("grant_types_supported").EnumerateArray()).GetString());
        Assert.Equal(["jwks_uri", "token_endpoint"], metadata.EnumerateObject().Select(part => part.Name).Where(name => name.EndsWith("_endpoint", StringComparison.Ordinal) || name.EndsWith("_uri", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_second_gateway_on_the_same_database_signs_with_the_same_key()
    {
        using var second = new SigningKeyRing(new DatabaseSigningKeyStore(gateway.Database.Access, new KeyProtection(null)), TokenBench.Schedule, TimeProvider.System);

        var first = new JsonWebToken(await gateway.TokenOfAsync(Guid.NewGuid()));

        Assert.Equal(first.Kid, (await second.SigningKeyAsync(TestContext.Current.CancellationToken)).Id);
    }

    private Task<JsonElement> GetAsync(string path) => gateway.Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
}
