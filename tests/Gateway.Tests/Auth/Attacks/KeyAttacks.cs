using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using HomeroomGraph.Gateway.Auth;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 8725, sections 2.9, 3.8 and 3.10: a token that brings its key along, says where it is to be fetched, or names it so that
/// looking for it does harm. Whoever makes these has a key of their own only.</summary>
internal static class KeyAttacks
{
    /// <summary>A place of the attacker's that a reader must never go to.</summary>
    /// <param name="trap">Its address.</param>
    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All(Uri trap) =>
    [
        ("a key of one's own under the known id", ByOwnKey(_ => { })),
        ("a key of one's own in jwk", ByOwnKey((header, own) => header["jwk"] = JwkOf(own))),
        ("a key of one's own in jwk, without an id", ByOwnKey((header, own) => (header["jwk"], _) = (JwkOf(own), header.Remove("kid")))),
        ("a key of one's own behind jku", ByOwnKey(header => header["jku"] = new Uri(trap, "/jwks.json").ToString())),
        ("a key of one's own behind jku, without an id", ByOwnKey(header => (header["jku"], _) = (new Uri(trap, "/jwks.json").ToString(), header.Remove("kid")))),
        ("a certificate of one's own behind x5u", ByOwnKey(header => header["x5u"] = new Uri(trap, "/certificate.pem").ToString())),
        ("a certificate of one's own in x5c", ByOwnKey((header, own) => header["x5c"] = new JsonArray(CertificateOf(own)))),
        ("the thumbprint of a certificate of one's own", ByOwnKey((header, own) => header["x5t"] = TokenForge.Encode(SHA256.HashData(Convert.FromBase64String(CertificateOf(own)))))),
        ("a key id that is an address", ByOwnKey(header => header["kid"] = new Uri(trap, "/jwks.json").ToString())),
        ("a key id that is a path", ByOwnKey(header => header["kid"] = "../../../../../dev/null")),
        ("a key id that is a file", ByOwnKey(header => header["kid"] = "file:///etc/passwd")),
        ("a key id with SQL", ByOwnKey(header => header["kid"] = "' or 1=1; drop table access.signing_key; --")),
        ("a key id with a command", ByOwnKey(header => header["kid"] = "| curl " + trap)),
        ("a key id with NUL", ByOwnKey(header => header["kid"] = "a\0b")),
        ("a key id of 1,500 characters", ByOwnKey(header => header["kid"] = new string('k', 1_500))),
        ("an empty key id", ByOwnKey(header => header["kid"] = "")),
        ("no key id", ByOwnKey(header => header.Remove("kid"))),
        ("a key id null", ByOwnKey(header => header["kid"] = null)),
        ("a key id that is a number", ByOwnKey(header => header["kid"] = 1)),
        ("a key id that is an object", ByOwnKey(header => header["kid"] = new JsonObject())),
        ("no key id over a genuine signature", forge => forge.WithHeader(header => header.Remove("kid"))),
        ("the key id in a list over a genuine signature", forge => forge.WithHeader(header => header["kid"] = new JsonArray(forge.KeyId))),
        ("the key id with a space over a genuine signature", forge => forge.WithHeader(header => header["kid"] = forge.KeyId + " ")),
        ("the key id in other letters over a genuine signature", forge => forge.WithHeader(header => header["kid"] = Swapped(forge.KeyId))),
        ("two key ids, the known one last", forge => forge.Sign(forge.Header.Replace("{", "{\"kid\":\"other\",", StringComparison.Ordinal), forge.Payload)),
        ("two key ids, the known one first", forge => forge.Sign(forge.Header.Replace("}", ",\"kid\":\"other\"}", StringComparison.Ordinal), forge.Payload)),
        ("two key ids that are equal", forge => forge.Sign(forge.Header.Replace("}", $",\"\\u006bid\":\"{forge.KeyId}\"}}", StringComparison.Ordinal), forge.Payload)),
    ];

    private static Func<TokenForge, string> ByOwnKey(Action<JsonObject> change) => ByOwnKey((header, _) => change(header));

    private static Func<TokenForge, string> ByOwnKey(Action<JsonObject, ECDsa> change) => forge =>
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return forge.SignedBy(input => own.SignData(input, HashAlgorithmName.SHA256), header => change(header, own));
    };

    private static JsonObject JwkOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = TokenForge.Encode(point.X!), ["y"] = TokenForge.Encode(point.Y!), ["alg"] = TokenTerms.Algorithm };
    }

    private static string CertificateOf(ECDsa key)
    {
        using var certificate = new CertificateRequest("CN=homeroom.test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    private static string Swapped(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));
}
