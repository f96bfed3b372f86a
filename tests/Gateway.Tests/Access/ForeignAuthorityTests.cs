using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Tokens of a real foreign authority (npm's oidc-provider), got by authorization code with PKCE: whom they let in, and what those
/// read whom they don't.</summary>
public sealed class ForeignAuthorityTests(ForeignAuthorityFixture gateway) : IClassFixture<ForeignAuthorityFixture>
{
    private const string Classes = "{ viewer { username } classes { totalCount } }";

    [Fact]
    public async Task A_known_identity_reaches_what_its_account_reaches()
    {
        var (account, person) = await LinkedAsync();

        var foreign = await gateway.PostAsync(Classes, token: await gateway.Authority.SignInAsync(person));

        var own = await gateway.PostAsync(Classes, token: await gateway.SignInAsync(account));
        Assert.Equal(own.GetProperty("data").ToString(), foreign.GetProperty("data").ToString());
        Assert.NotEqual(0, foreign.GetProperty("data").GetProperty("classes").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task An_unknown_identity_is_told_that_no_account_is_linked() =>
        await RefusedAsync(await gateway.Authority.SignInAsync("nobody-here"), "No account here is linked");

    [Theory]
    [InlineData(OidcAuthority.OtherAudience, "another audience")]
    [InlineData(OidcAuthority.OtherAlgorithm, "algorithm")]
    [InlineData(OidcAuthority.SharedSecret, "algorithm")]
    public async Task A_genuine_token_that_is_not_for_the_API_is_refused(string resource, string why)
    {
        var (_, person) = await LinkedAsync();

        await RefusedAsync(await gateway.Authority.SignInAsync(person, resource), why);
    }

    [Fact]
    public async Task A_token_of_another_authority_is_refused_under_its_own_name_and_under_the_known_one()
    {
        var (_, person) = await LinkedAsync();
        await using var other = await OidcAuthority.StartAsync();
        var token = await other.SignInAsync(person);
        await RefusedAsync(token, "issued by somebody");

        // The same claims, and the known issuer's name; signed by a key of its own, under its own id and under a published one.
        var genuine = new JsonWebToken(await gateway.Authority.SignInAsync(person));
        foreach (var keyId in new[] { "none-of-theirs", genuine.Kid })
        {
            var key = new SigningCredentials(new ECDsaSecurityKey(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)) { KeyId = keyId }, "ES256");
            var payload = Base64UrlEncoder.Decode(genuine.EncodedPayload);
            await RefusedAsync(new JsonWebTokenHandler().CreateToken(payload, key), "not signed by a key that its authority publishes");
        }
    }

    [Fact]
    public async Task An_unsigned_token_is_refused_and_so_is_a_changed_one()
    {
        var (_, person) = await LinkedAsync();
        var genuine = new JsonWebToken(await gateway.Authority.SignInAsync(person));
        var none = Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"at+jwt","kid":"{{genuine.Kid}}"}""");
        await RefusedAsync($"{none}.{genuine.EncodedPayload}.", "algorithm");

        var changed = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(genuine.EncodedPayload).Replace(person, "nobody", StringComparison.Ordinal));
        await RefusedAsync($"{genuine.EncodedHeader}.{changed}.{genuine.EncodedSignature}", "not signed by a key");
    }

    [Fact]
    public async Task An_expired_token_is_refused_also_one_that_passed_before()
    {
        var (_, person) = await LinkedAsync();
        var token = await gateway.Authority.SignInAsync(person, OidcAuthority.ShortLived);
        Assert.Null(await gateway.CodeAsync(Classes, token));

        gateway.Wait(TimeSpan.FromMinutes(1) + AccessTokenReader.ClockSkew);

        await RefusedAsync(token, "has expired");
    }

    [Fact]
    public async Task A_key_that_the_authority_changes_is_followed_and_the_old_one_believed_no_longer()
    {
        var (_, person) = await LinkedAsync();
        var before = await gateway.Authority.SignInAsync(person);
        Assert.Null(await gateway.CodeAsync(Classes, before));

        await gateway.Authority.RotateKeysAsync();
        gateway.Wait(ForeignAuthority.LookAgainAfter);
        var after = await gateway.Authority.SignInAsync(person);

        Assert.NotEqual(new JsonWebToken(before).Kid, new JsonWebToken(after).Kid);
        var answer = await gateway.PostAsync(Classes, token: after);
        Assert.True(answer.TryGetProperty("data", out _), answer.ToString());
        await RefusedAsync(before, "not signed by a key");
    }

    [Fact]
    public async Task What_ends_a_session_ends_that_of_the_authority_too()
    {
        var (account, person) = await LinkedAsync();
        var token = await gateway.Authority.SignInAsync(person);
        Assert.Null(await gateway.CodeAsync(Classes, token));

        await gateway.DoAsync(await gateway.SignInAsync("principal"), "disableAccount", new { accountId = account.Id });

        foreach (var query in new[] { Classes, "{ viewer { username } }" })
            Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync(query, token));
    }

    [Fact]
    public async Task A_first_password_does_not_hold_up_who_signs_in_there()
    {
        var (principal, person) = (await gateway.SignInAsync("principal"), $"person-{Guid.NewGuid():N}");
        var made = await gateway.DoAsync(
            principal, "createAccount", new { username = person, displayName = "未改密", role = "RESEARCH_OFFICE", schoolId = await gateway.OwnSchoolAsync(principal) },
            "created { password account { id } }");
        var created = made.GetProperty("created");
        await gateway.DoAsync(principal, "linkExternalIdentity", new { accountId = created.GetProperty("account").GetProperty("id").GetString(), subject = person });

        const string query = "{ viewer { mustChangePassword } classes { totalCount } }";
        var foreign = (await gateway.PostAsync(query, token: await gateway.Authority.SignInAsync(person))).GetProperty("data");

        Assert.False(foreign.GetProperty("viewer").GetProperty("mustChangePassword").GetBoolean());
        Assert.NotEqual(0, foreign.GetProperty("classes").GetProperty("totalCount").GetInt32());
        Assert.Equal("PASSWORD_CHANGE_REQUIRED", await gateway.CodeAsync(query, await gateway.SignInAsync(person, created.GetProperty("password").GetString()!)));
    }

    [Fact]
    public async Task An_identity_is_linked_by_who_manages_the_account_and_with_one_account_only()
    {
        var (account, person) = await LinkedAsync();
        var token = await gateway.Authority.SignInAsync(person);
        Assert.Null(await gateway.CodeAsync(Classes, token));
        var (principal, other) = (await gateway.SignInAsync("principal"), await gateway.NewAccountAsync());

        Assert.Equal("ALREADY_THERE", await gateway.RefusalAsync(principal, "linkExternalIdentity", new { accountId = other.Id, subject = person }));
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(await gateway.SignInAsync("teacher"), "linkExternalIdentity", new { accountId = other.Id, subject = "somebody" }));
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(principal, "linkExternalIdentity", new { accountId = other.Id, subject = "" }));

        var unlinked = await gateway.DoAsync(principal, "unlinkExternalIdentity", new { accountId = account.Id }, "account { hasExternalIdentity }");
        Assert.False(unlinked.GetProperty("account").GetProperty("hasExternalIdentity").GetBoolean());
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync(Classes, token));
    }

    /// <summary>An account, and somebody at the authority who is linked with it.</summary>
    private async Task<(OwnAccount Account, string Person)> LinkedAsync()
    {
        var (account, person) = (await gateway.NewAccountAsync(), $"person-{Guid.NewGuid():N}");
        await gateway.DoAsync(await gateway.SignInAsync("principal"), "linkExternalIdentity", new { accountId = account.Id, subject = person });

        // The account's sessions ended as its password was changed, and the authority's tokens count whole seconds.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        return (account, person);
    }

    private async Task RefusedAsync(string token, string why)
    {
        foreach (var query in new[] { Classes, "{ viewer { username } }" })
        {
            using var response = await gateway.SendAsync(query, token: token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
            var error = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors")[0];
            Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains(why, error.GetProperty("message").GetString()!, StringComparison.Ordinal);
        }
    }
}
