using System.Globalization;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 8725, sections 3.8 to 3.12: claims that are missing, wrong, of another type than RFC 7519 gives them, or there twice. All are signed by the
/// genuine key: that alone makes no token good.</summary>
internal static class ClaimAttacks
{
    private static readonly string[] Times = ["exp", "nbf", "iat"];

    /// <summary>What is no number of seconds, in any of the three times.</summary>
    private static readonly string[] NoTimes = ["null", "true", "[]", "{}", "\"\"", "\"soon\"", "-1", "1e308", "-1e308", "1e20", "9223372036854775808"];

    /// <summary>Attacks on a token for that audience by that issuer.</summary>
    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All(string issuer, string audience) =>
    [
        .. from time in Times from value in NoTimes select ($"{time} {value}", Claim(time, value)),
        .. Times.Select(time => ($"{time} as text", Claim(time, $"\"{Seconds(time == "exp" ? 600 : -60)}\""))),
        .. Times.Select(time => ($"{time} in a list", Claim(time, $"[{Seconds(time == "exp" ? 600 : -60)}]"))),
        ("expired", Claim("exp", Seconds(-31))),
        ("expired long ago", Claim("exp", "1")),
        ("expires never", Without("exp")),
        ("not yet good", Claim("nbf", Seconds(600))),
        ("issued in the future", Claim("iat", Seconds(600))),
        .. WrongNames("iss", issuer),
        .. WrongNames("aud", audience),
        ("another issuer in a list with the right one", Claim("iss", $"[\"{issuer}\",\"https://elsewhere.test\"]")),
        ("an audience list without the right one", Claim("aud", "[\"a\",\"b\"]")),
        ("an audience list that is empty", Claim("aud", "[]")),
        ("an audience list with numbers", Claim("aud", $"[1,\"{audience}\"]")),
        ("an audience in a list in a list", Claim("aud", $"[[\"{audience}\"]]")),
        ("sub a number", Claim("sub", "1")),
        ("sub null", Claim("sub", "null")),
        ("sub empty", Claim("sub", "\"\"")),
        ("sub an object", Claim("sub", "{\"id\":1}")),
        ("sub in a list", forge => forge.WithPayload(payload => payload["sub"] = new System.Text.Json.Nodes.JsonArray(payload["sub"]!.DeepClone()))),
        ("no sub", Without("sub")),
        ("sub twice", Twice("\"sub\":\"5d3f5a9e-0000-4000-8000-000000000001\"")),
        ("sub twice, once in escapes", Twice("\"\\u0073ub\":\"5d3f5a9e-0000-4000-8000-000000000001\"")),
        ("exp twice", Twice($"\"exp\":{Seconds(600_000)}")),
        ("aud twice", Twice("\"aud\":\"another-api\"")),
        ("something else twice", Twice("\"x\":1,\"x\":1")),
        ("something twice further in", Twice("\"x\":[{\"y\":1,\"y\":2}]")),
    ];

    private static IEnumerable<(string Name, Func<TokenForge, string> Make)> WrongNames(string claim, string right) =>
    [
        ($"no {claim}", Without(claim)),
        ($"{claim} null", Claim(claim, "null")),
        ($"{claim} a number", Claim(claim, "1")),
        ($"{claim} empty", Claim(claim, "\"\"")),
        ($"{claim} of somebody else", Claim(claim, "\"https://elsewhere.test\"")),
        ($"{claim} in capitals", Claim(claim, $"\"{right.ToUpperInvariant()}\"")),
        ($"{claim} with a slash", Claim(claim, $"\"{right}/\"")),
        ($"{claim} with a space", Claim(claim, $"\"{right} \"")),
        ($"{claim} that begins like the right one", Claim(claim, $"\"{right}.elsewhere.test\"")),
        ($"{claim} that the right one begins with", Claim(claim, $"\"{right[..^1]}\"")),
        ($"{claim} that has the right one in it", Claim(claim, $"\"x {right} x\"")),
        ($"{claim} with NUL", Claim(claim, $"\"{right}\\u0000\"")),
    ];

    private static Func<TokenForge, string> Claim(string name, string json) => forge => forge.WithClaim(name, json);

    private static Func<TokenForge, string> Without(string name) => forge => forge.WithPayload(payload => payload.Remove(name));

    private static Func<TokenForge, string> Twice(string member) => forge => forge.Sign(forge.Header, $"{{{member},{forge.Payload[1..]}");

    private static string Seconds(int fromNow) => (DateTimeOffset.UtcNow.ToUnixTimeSeconds() + fromNow).ToString(CultureInfo.InvariantCulture);
}
