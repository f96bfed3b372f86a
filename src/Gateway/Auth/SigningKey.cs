using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>A P-256 key pair that signs access tokens with ES256 (RFC 7518, section 3.4).</summary>
public sealed class SigningKey
{
    private SigningKey(ECDsa key, DateTimeOffset createdAt)
    {
        CreatedAt = SignsFrom = createdAt;
        Pkcs8 = key.ExportPkcs8PrivateKey();
        Id = Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint());

        // Bare JSON Web Keys: each signer then makes an ECDsa object of its own, which is not promised to be safe for threads.
        var numbers = key.ExportParameters(includePrivateParameters: true);
        Public = ToJsonWebKey(numbers, withPrivatePart: false);
        Private = ToJsonWebKey(numbers, withPrivatePart: true);
    }

    /// <summary>The key's thumbprint (RFC 7638): a token's <c>kid</c>.</summary>
    public string Id { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>It is published before it signs, so that whoever checks tokens knows it by then.</summary>
    public DateTimeOffset SignsFrom { get; init; }

    /// <summary>When the last token that it can have signed has expired; null while no other key follows it.</summary>
    public DateTimeOffset? BelievedUntil { get; init; }

    public byte[] Pkcs8 { get; }

    public JsonWebKey Public { get; }

    public JsonWebKey Private { get; }

    public bool IsBelieved(DateTimeOffset at) => BelievedUntil is not { } until || at < until;

    public static SigningKey Create(DateTimeOffset at, DateTimeOffset? signsFrom = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningKey(key, at) { SignsFrom = signsFrom ?? at };
    }

    public static SigningKey Read(byte[] pkcs8, DateTimeOffset createdAt, DateTimeOffset signsFrom, DateTimeOffset? believedUntil)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new SigningKey(key, createdAt) { SignsFrom = signsFrom, BelievedUntil = believedUntil };
    }

    private JsonWebKey ToJsonWebKey(ECParameters numbers, bool withPrivatePart) => new()
    {
        Kid = Id,
        KeyId = Id,
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = JsonWebKeyECTypes.P256,
        X = Base64UrlEncoder.Encode(numbers.Q.X),
        Y = Base64UrlEncoder.Encode(numbers.Q.Y),
        D = withPrivatePart ? Base64UrlEncoder.Encode(numbers.D) : null,
    };
}
