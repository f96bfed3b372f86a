using System.Text;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 7515, section 4.1.11, and RFC 7797: a header that asks to be read in a way that nobody here knows. All are signed by the genuine
/// key: who passes over what is said to be critical reads another token than its issuer wrote.</summary>
internal static class HeaderAttacks
{
    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All =>
    [
        ("an extension that is critical and unknown", Crit("[\"urn:test:two-people\"]", ",\"urn:test:two-people\":true")),
        ("an extension that is critical and not there", Crit("[\"urn:test:two-people\"]")),
        ("exp as a critical extension", Crit("[\"exp\"]", ",\"exp\":1")),
        ("alg as a critical extension", Crit("[\"alg\"]")),
        ("no critical extension", Crit("[]")),
        ("a critical extension that is no list", Crit("\"b64\"")),
        ("critical null", Crit("null")),
        ("a critical extension that is a number", Crit("[1]")),
        ("b64 true, and critical", Crit("[\"b64\"]", ",\"b64\":true")),
        ("b64 false, and critical", Crit("[\"b64\"]", ",\"b64\":false")),
        ("b64 false", forge => forge.WithHeaderMember("b64", "false")),
        ("b64 false, signed over the payload as it is", Unencoded),
        ("compressed", forge => forge.WithHeaderMember("zip", "\"DEF\"")),
        ("encrypted, it says", forge => forge.WithHeaderMember("enc", "\"A128GCM\"")),
        ("a token in a token, it says", forge => forge.WithHeaderMember("cty", "\"JWT\"")),
        ("certificates that are a text", forge => forge.WithHeaderMember("x5c", "\"MIIB\"")[..^4] + "AAAA"),
        ("a type that is no text", forge => forge.WithHeaderMember("typ", "[\"at+jwt\"]")),
        ("the type of a logout token", forge => forge.WithHeaderMember("typ", "\"logout+jwt\"")),
        ("the type of a security event", forge => forge.WithHeaderMember("typ", "\"secevent+jwt\"")),
        ("the type of a proof of possession", forge => forge.WithHeaderMember("typ", "\"dpop+jwt\"")),
        ("the type of an introspection", forge => forge.WithHeaderMember("typ", "\"token-introspection+jwt\"")),
    ];

    private static Func<TokenForge, string> Crit(string list, string more = "") => forge =>
        forge.Sign($"{forge.Header[..^1]},\"crit\":{list}{more}}}", forge.Payload);

    private static string Unencoded(TokenForge forge)
    {
        var header = TokenForge.Encode($"{forge.Header[..^1]},\"b64\":false,\"crit\":[\"b64\"]}}");
        var signature = forge.Key.SignData(Encoding.UTF8.GetBytes($"{header}.{forge.Payload}"), System.Security.Cryptography.HashAlgorithmName.SHA256);
        return $"{header}.{TokenForge.Encode(forge.Payload)}.{TokenForge.Encode(signature)}";
    }
}
