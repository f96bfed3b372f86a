using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HomeroomGraph.Gateway.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>The attacks of RFC 8725 on tokens of our own issuer, against the running server. Who holds our key in these tests forges as our
/// issuer could; an attacker could less.</summary>
public sealed class TokenAttackTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>, IDisposable
{
    private const string Issuer = "http://homeroom.test", Account = "principal";

    private static readonly Dictionary<string, Func<TokenForge, string>> Attacks = ((IEnumerable<(string Name, Func<TokenForge, string> Make)>)
    [
        .. AlgorithmAttacks.All, .. KeyAttacks.All(AttackTrap.Address), .. HeaderAttacks.All, .. ClaimAttacks.All(Issuer, TokenTerms.Audience),
        .. SignatureAttacks.All, .. ShapeAttacks.All,
        ("an ID token", forge => forge.WithHeader(header => header["typ"] = "JWT")),
        ("no type", forge => forge.WithHeader(header => header.Remove("typ"))),
        ("a type that begins like the right one", forge => forge.WithHeader(header => header["typ"] = "at+jwt2")),
        ("a subject that is a user name", forge => forge.WithClaim("sub", $"\"{Account}\"")),
        ("a subject in braces", forge => forge.WithPayload(payload => payload["sub"] = $"{{{payload["sub"]}}}")),
        ("a subject with a space", forge => forge.WithPayload(payload => payload["sub"] = $" {payload["sub"]}")),
        ("a subject without an account", forge => forge.WithClaim("sub", "\"00000000-0000-4000-8000-000000000000\"")),
        ("no session", forge => forge.WithPayload(payload => payload.Remove("ses"))),
        ("another session", forge => forge.WithClaim("ses", "999")),
        ("a session that is a fraction", forge => forge.WithClaim("ses", "1.5")),
        ("no begin", forge => forge.WithPayload(payload => payload.Remove("nbf"))),
    ]).ToDictionary(attack => attack.Name, attack => attack.Make);

    private static string? signedIn;

    private readonly AttackCaller caller = new(gateway);

    public static TheoryData<string> Names => [.. Attacks.Keys];

    public void Dispose() => caller.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused(string attack)
    {
        using var key = await KeyAsync();
        var forge = await ForgeAsync(key);

        await caller.RefusedAsync(Attacks[attack](forge), forge.Genuine());
    }

    [Fact]
    public async Task All_are_refused_in_the_first_message_of_a_socket_too()
    {
        using var key = await KeyAsync();
        var forge = await ForgeAsync(key);
        foreach (var (name, make) in Attacks)
            await SocketCaller.RefusedAsync(gateway, name, make(forge));

        await SocketCaller.ServedAsync(gateway, forge.Genuine());
    }

    [Fact]
    public async Task What_each_attack_changes_passes_unchanged()
    {
        using var key = await KeyAsync();
        var forge = await ForgeAsync(key);

        Assert.Equal(Account, await caller.ServedAsync(forge.Genuine()));
        Assert.Equal(Account, await caller.ServedAsync(forge.WithClaim("exp", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 600}.5")));
        Assert.Equal(Account, await caller.ServedAsync(forge.WithPayload(payload => payload["aud"] = new JsonArray("other", TokenTerms.Audience))));
    }

    /// <summary>ECDSA has two signatures for each (r and s, r and n − s), RFC 7518 allows both, and whoever can make the other has the first. Nothing of
    /// ours takes a token's text for its identity.</summary>
    [Fact]
    public async Task The_mirrored_signature_is_the_same_token()
    {
        using var key = await KeyAsync();

        Assert.Equal(Account, await caller.ServedAsync(SignatureAttacks.Mirrored(await ForgeAsync(key))));
    }

    [Fact]
    public async Task A_token_that_is_like_a_remembered_one_is_checked_by_itself()
    {
        using var key = await KeyAsync();
        var genuine = await gateway.SignInAsync(Account);
        Assert.Equal(Account, await caller.ServedAsync(genuine));
        var parts = genuine.Split('.');
        var forge = await ForgeAsync(key);
        var other = Base64Url.DecodeFromChars(parts[1]);
        other.AsSpan()[other.AsSpan().IndexOf("\"ses\":1"u8) + 6] = (byte)'7';

        await caller.RefusedAsync($"{parts[0]}.{TokenForge.Encode(other)}.{parts[2]}", genuine);
        await caller.RefusedAsync($"{parts[0]}.{parts[1]}.{TokenForge.Encode(new byte[64])}", genuine);
        await caller.RefusedAsync($"{parts[0]}.{parts[1]}.{forge.Genuine().Split('.')[2]}", genuine);
        await caller.RefusedAsync(genuine[..^2], genuine);
        await caller.RefusedAsync(genuine + "A", genuine);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public async Task A_huge_token_is_refused(int length)
    {
        using var key = await KeyAsync();
        var forge = await ForgeAsync(key);

        await caller.RefusedAsync(forge.WithClaim("x", $"\"{new string('x', length)}\""), forge.Genuine());
    }

    [Fact]
    public async Task A_token_beyond_what_a_request_may_carry_is_refused_before_it_is_read()
    {
        using (var response = await caller.SendAsync("Bearer " + new string('x', 100_000)))
            Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);

        Assert.Equal(Account, await caller.ServedAsync(await gateway.SignInAsync(Account)));
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused_in_either_order()
    {
        var genuine = await gateway.SignInAsync(Account);
        foreach (var headers in new[] { [$"Bearer {genuine}", "Bearer x"], ["Bearer x", $"Bearer {genuine}"], new[] { $"Bearer {genuine}", $"Bearer {genuine}" } })
        {
            using var response = await caller.SendAsync(headers);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    /// <summary>RFC 9110, section 11.1: the scheme's name may be in any letters.</summary>
    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_scheme_may_be_in_any_letters(string scheme)
    {
        using var response = await caller.SendAsync($"{scheme} {await gateway.SignInAsync(Account)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>RFC 6750, section 2: a token in an address stands in logs and histories, so none is looked for there, nor in a cookie.</summary>
    [Fact]
    public async Task A_token_elsewhere_than_in_the_header_is_not_one()
    {
        var token = await gateway.SignInAsync(Account);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?access_token={token}&token={token}&query=%7Bviewer%7Busername%7D%7D");
        request.Headers.Add("Cookie", $"access_token={token}; Authorization=Bearer {token}");
        request.Headers.Add("X-Access-Token", token);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"\"username\":\"{Account}\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grant_type=client_credentials", "invalid_client")]
    [InlineData("grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={0}", "unsupported_grant_type")]
    [InlineData("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion={0}", "unsupported_grant_type")]
    [InlineData("grant_type=refresh_token&refresh_token={0}", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion={0}", "invalid_client")]
    public async Task An_access_token_gets_no_other_token(string form, string error)
    {
        var token = await gateway.SignInAsync(Account);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new StringContent(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, token), Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(error, JsonNode.Parse(text)!["error"]!.GetValue<string>());
        Assert.DoesNotContain("access_token", text, StringComparison.Ordinal);
    }

    private async Task<ECDsa> KeyAsync()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey((await gateway.Services.GetRequiredService<SigningKeyRing>().SigningKeyAsync(TestContext.Current.CancellationToken)).Pkcs8, out _);
        return key;
    }

    /// <summary>A token of the account as our issuer wrote it, to be taken apart.</summary>
    private async Task<TokenForge> ForgeAsync(ECDsa key)
    {
        var parts = (await TokenAsync()).Split('.').Take(2).Select(part => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject()).ToList();
        return new TokenForge(parts[0], parts[1], key);
    }

    /// <summary>Signing in takes its time on purpose: once for all the attacks.</summary>
    private async Task<string> TokenAsync() => signedIn ??= await gateway.SignInAsync(Account);
}
