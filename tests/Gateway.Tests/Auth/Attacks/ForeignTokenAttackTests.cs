using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>The attacks of RFC 8725 on tokens of a foreign authority, against the running server.</summary>
public sealed class ForeignTokenAttackTests(StubAuthorityFixture gateway) : IClassFixture<StubAuthorityFixture>, IDisposable
{
    private static readonly Dictionary<string, Func<TokenForge, string>> Attacks = ((IEnumerable<(string Name, Func<TokenForge, string> Make)>)
    [
        .. AlgorithmAttacks.All, .. KeyAttacks.All(AttackTrap.Address), .. HeaderAttacks.All, .. ClaimAttacks.All(StubAuthority.Issuer, OidcAuthority.Api),
        .. SignatureAttacks.All, .. ShapeAttacks.All,
        ("an ID token", forge => forge.WithClaim("at_hash", "\"MTIzNDU2Nzg5MDEyMzQ1Ng\"")),
        ("an ID token of the hybrid flow", forge => forge.WithClaim("c_hash", "\"MTIzNDU2Nzg5MDEyMzQ1Ng\"")),
        ("a logout token by its claims", forge => forge.WithClaim("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}")),
        ("issued at no time", forge => forge.WithPayload(payload => payload.Remove("iat"))),
    ]).ToDictionary(attack => attack.Name, attack => attack.Make);

    private readonly AttackCaller caller = new(gateway);

    public static TheoryData<string> Names => [.. Attacks.Keys];

    public void Dispose() => caller.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused(string attack)
    {
        var forge = Forge();

        await caller.RefusedAsync(Attacks[attack](forge), forge.Genuine());

        Assert.All(gateway.Authority.Asked, path => Assert.Contains(path, new[] { "/.well-known/openid-configuration", "/keys" }));
    }

    [Fact]
    public async Task All_are_refused_in_the_first_message_of_a_socket_too()
    {
        foreach (var (name, make) in Attacks)
            await SocketCaller.RefusedAsync(gateway, name, make(Forge()));

        await SocketCaller.ServedAsync(gateway, Forge().Genuine());
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("application/at+jwt")]
    [InlineData("JWT")]
    [InlineData(null)]
    public async Task What_each_attack_changes_passes_unchanged_under_the_types_that_authorities_write(string? type)
    {
        var token = Forge().WithHeader(header => _ = type is null ? header.Remove("typ") : (header["typ"] = type) is not null);

        Assert.Equal(gateway.Account.Username, await caller.ServedAsync(token));
    }

    [Theory]
    [InlineData(StubAuthority.RsaId, "RS256", true)]
    [InlineData(StubAuthority.RsaId, "PS256", true)]
    [InlineData(StubAuthority.OneAlgorithmId, "RS256", true)]
    [InlineData(StubAuthority.OneAlgorithmId, "PS256", false)]
    [InlineData(StubAuthority.EcId, "RS256", false)]
    [InlineData(StubAuthority.WeakId, "RS256", false)]
    public async Task A_key_signs_with_the_algorithms_that_are_its_own(string keyId, string algorithm, bool passes)
    {
        var key = keyId == StubAuthority.WeakId ? gateway.Authority.Weak : gateway.Authority.Rsa;
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var token = Forge().SignedBy(input => key.SignData(input, HashAlgorithmName.SHA256, padding), header => (header["kid"], header["alg"]) = (keyId, algorithm));

        if (passes)
            await caller.ServedAsync(token);
        else
            await caller.RefusedAsync(token, Forge().Genuine());
    }

    [Fact]
    public async Task A_key_for_encryption_signs_nothing() =>
        await caller.RefusedAsync(Forge().WithHeader(header => header["kid"] = StubAuthority.ForEncryptionId), Forge().Genuine());

    [Fact]
    public async Task A_secret_that_an_authority_publishes_signs_nothing() =>
        await caller.RefusedAsync(
            Forge().SignedBy(input => HMACSHA256.HashData(gateway.Authority.Secret, input), header => (header["kid"], header["alg"]) = (StubAuthority.SecretId, "HS256")),
            Forge().Genuine());

    /// <summary>Each key is of one issuer: what is right for one is nothing under the other's name (RFC 8725, section 3.8).</summary>
    [Fact]
    public async Task The_authoritys_key_signs_nothing_in_our_name()
    {
        await caller.RefusedAsync(Forge().WithPayload(payload => (payload["iss"], payload["aud"]) = ("http://homeroom.test", "homeroomgraph")), Forge().Genuine());
    }

    private TokenForge Forge()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new TokenForge(
            new JsonObject { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = StubAuthority.EcId },
            new JsonObject
            {
                ["sub"] = StubAuthorityFixture.Person, ["iss"] = StubAuthority.Issuer, ["aud"] = OidcAuthority.Api,
                ["iat"] = now, ["nbf"] = now, ["exp"] = now + 600,
            },
            gateway.Authority.Ec);
    }
}
