using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 8725, sections 2.1 and 3.1: a token that chooses how it is checked.</summary>
internal static class AlgorithmAttacks
{
    private static readonly string[] Unsigned = ["none", "None", "NONE", "nOnE", "none ", ""];

    /// <summary>Algorithms that the issuer's key does not sign with, over a genuine signature of it.</summary>
    private static readonly string[] Others = ["HS256", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256", "A128KW", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"];

    private static readonly (string Name, Func<byte[], byte[], byte[]> Sign)[] Hmacs =
        [("HS256", HMACSHA256.HashData), ("HS384", HMACSHA384.HashData), ("HS512", HMACSHA512.HashData)];

    /// <summary>What an attacker may take for the secret: the public key as it is published and written.</summary>
    private static readonly Dictionary<string, Func<TokenForge, byte[]>> Secrets = new()
    {
        ["the public key as DER"] = forge => forge.Key.ExportSubjectPublicKeyInfo(),
        ["the public key as PEM"] = forge => Encoding.ASCII.GetBytes(forge.Key.ExportSubjectPublicKeyInfoPem()),
        ["the public key as PEM and a line's end"] = forge => Encoding.ASCII.GetBytes(forge.Key.ExportSubjectPublicKeyInfoPem() + "\n"),
        ["the point"] = forge => PointOf(forge),
        ["the point, uncompressed"] = forge => [4, .. PointOf(forge)],
        ["x in base64url"] = forge => Encoding.ASCII.GetBytes(TokenForge.Encode(PointOf(forge)[..32])),
        ["the key's id"] = forge => Encoding.UTF8.GetBytes(forge.KeyId),
        ["the empty secret"] = _ => [],
    };

    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All =>
    [
        .. Unsigned.Select(name => ($"alg \"{name}\" and no signature", Without(name))),
        .. Unsigned.Select(name => ($"alg \"{name}\" over a genuine signature", Over(name))),
        .. Unsigned.Select(name => ($"alg \"{name}\" and no third part", Make(forge => Without(name)(forge).TrimEnd('.')))),
        .. Others.Select(name => ($"alg \"{name}\" over a genuine signature", Over(name))),
        .. from hmac in Hmacs
           from secret in Secrets
           select ($"{hmac.Name} with {secret.Key}", Make(forge => forge.SignedBy(input => hmac.Sign(secret.Value(forge), input), header => header["alg"] = hmac.Name))),
        ("RS256 by a key of one's own under the known id", forge => ByRsa(forge, "RS256", RSASignaturePadding.Pkcs1)),
        ("PS256 by a key of one's own under the known id", forge => ByRsa(forge, "PS256", RSASignaturePadding.Pss)),
        ("no alg", forge => forge.WithHeader(header => header.Remove("alg"))),
        ("alg null", forge => forge.WithHeader(header => header["alg"] = null)),
        ("alg a number", forge => forge.WithHeader(header => header["alg"] = 256)),
        ("alg a list", forge => forge.WithHeaderMember("alg", "[\"ES256\"]")),
        ("alg twice", forge => forge.Sign(forge.Header.Replace("{", "{\"alg\":\"none\",", StringComparison.Ordinal), forge.Payload)),
    ];

    private static Func<TokenForge, string> Make(Func<TokenForge, string> make) => make;

    private static Func<TokenForge, string> Without(string algorithm) => forge => forge.SignedBy(_ => [], header => header["alg"] = algorithm);

    private static Func<TokenForge, string> Over(string algorithm) => forge => forge.WithHeader(header => header["alg"] = algorithm);

    private static string ByRsa(TokenForge forge, string algorithm, RSASignaturePadding padding)
    {
        using var key = RSA.Create(2048);
        return forge.SignedBy(input => key.SignData(input, HashAlgorithmName.SHA256, padding), header => header["alg"] = algorithm);
    }

    private static byte[] PointOf(TokenForge forge)
    {
        var point = forge.Key.ExportParameters(includePrivateParameters: false).Q;
        return [.. point.X!, .. point.Y!];
    }
}
