using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 8725, sections 2.4, 2.6, 3.6 and 3.7: what is no compact signed token of a JSON object, or is one only for a reader who is
/// not strict. Where there is a signature it is genuine.</summary>
internal static class ShapeAttacks
{
    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All =>
    [
        ("padding behind the header", forge => forge.SignParts(Padded(forge.Header), TokenForge.Encode(forge.Payload))),
        ("padding behind the payload", forge => forge.SignParts(TokenForge.Encode(forge.Header), Padded(forge.Payload))),
        ("padding behind the signature", forge => forge.Genuine() + "=="),
        ("a space in the payload", forge => forge.SignParts(TokenForge.Encode(forge.Header), TokenForge.Encode(forge.Payload).Insert(8, " "))),
        ("a tab behind the signature", forge => forge.Genuine() + "\tx"),
        ("the alphabet of plain base64", forge => forge.SignParts(TokenForge.Encode(forge.Header), Plain(forge))),
        ("spare bits that are set in the signature", SpareBits),
        ("a part of one letter", forge => forge.SignParts("A", TokenForge.Encode(forge.Payload))),
        ("letters of other scripts", forge => forge.SignParts(TokenForge.Encode(forge.Header), "数据")),
        ("a payload that is not UTF-8", forge => forge.Sign(Encoding.UTF8.GetBytes(forge.Header), [.. Encoding.UTF8.GetBytes(forge.Payload[..^1] + ",\"x\":\""), 0xFF, 0xFE, .. "\"}"u8])),
        ("a header that is not UTF-8", forge => forge.Sign([.. Encoding.UTF8.GetBytes(forge.Header[..^1] + ",\"x\":\""), 0xC3, 0x28, .. "\"}"u8], Encoding.UTF8.GetBytes(forge.Payload))),
        ("UTF-16", forge => forge.Sign(Encoding.Unicode.GetBytes(forge.Header), Encoding.Unicode.GetBytes(forge.Payload))),
        ("a byte order mark", forge => forge.Sign(forge.Header, "\uFEFF" + forge.Payload)),
        ("half a surrogate pair", forge => forge.WithClaim("x", "\"\\uD800\"")),
        ("a comment", forge => forge.Sign(forge.Header, forge.Payload[..^1] + "/* x */}")),
        ("a comma at the end", forge => forge.Sign(forge.Header, forge.Payload[..^1] + ",}")),
        ("single quotes", forge => forge.Sign(forge.Header, forge.Payload.Replace('"', '\''))),
        ("NaN", forge => forge.WithClaim("x", "NaN")),
        ("something behind the object", forge => forge.Sign(forge.Header, forge.Payload + "{}")),
        ("a list with the object", forge => forge.Sign(forge.Header, $"[{forge.Payload}]")),
        ("a header that is a list", forge => forge.Sign($"[{forge.Header}]", forge.Payload)),
        ("a payload that is null", forge => forge.Sign(forge.Header, "null")),
        ("a payload that is a text", forge => forge.Sign(forge.Header, $"\"{TokenForge.Encode(forge.Payload)}\"")),
        ("an empty payload", forge => forge.Sign(forge.Header, "")),
        ("an empty header", forge => forge.Sign("", forge.Payload)),
        ("a payload of 1,000 lists in one another", forge => forge.WithClaim("x", new string('[', 1_000) + new string(']', 1_000))),
        ("a header of 1,000 objects in one another", forge => forge.WithHeaderMember("x", string.Concat(Enumerable.Repeat("{\"x\":", 300)) + "1" + new string('}', 300))),
        ("three empty parts", _ => ".."),
        ("dots", _ => "...."),
        ("two parts", forge => forge.Genuine()[..forge.Genuine().LastIndexOf('.')]),
        ("four parts", forge => forge.Genuine() + ".AAAA"),
        ("a part before", forge => "AAAA." + forge.Genuine()),
        ("five parts", forge => forge.Genuine() + ".AAAA.AAAA"),
        ("encrypted for a key that is empty, and compressed a thousand times", forge => Encrypted(forge, "{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"zip\":\"DEF\"}")),
        ("encrypted by a password of ten million rounds", forge => Encrypted(forge, "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":10000000,\"p2s\":\"AAAAAAAAAAA\"}")),
        ("a token in a token", forge => forge.Sign(forge.Header, forge.Genuine())),
        ("the JSON serialization", forge => Serialized(forge)),
        ("the token's text in quotes", forge => $"\"{forge.Genuine()}\""),
        ("two tokens", forge => $"{forge.Genuine()},{forge.Genuine()}"),
    ];

    private static string Padded(string text)
    {
        // Blanks are allowed in JSON: as many as make the padding be there.
        while (Encoding.UTF8.GetByteCount(text) % 3 == 0)
            text += " ";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_');
    }

    private static string Plain(TokenForge forge)
    {
        var payload = forge.Payload[..^1] + ",\"x\":\"???>>>~~~???>>>~~~\"}";
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=');
        return plain.AsSpan().IndexOfAny('+', '/') >= 0 ? plain : throw new InvalidOperationException("It has no letter that differs.");
    }

    /// <summary>64 bytes leave four bits of the last letter unused; a reader who passes over them takes sixteen texts for one signature.</summary>
    private static string SpareBits(TokenForge forge)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = forge.Genuine();
        return token[..^1] + alphabet[alphabet.IndexOf(token[^1], StringComparison.Ordinal) + 1];
    }

    private static string Encrypted(TokenForge forge, string header)
    {
        using var bomb = new MemoryStream();
        using (var deflate = new DeflateStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(new byte[2_000_000]);
        using var cipher = new AesGcm(new byte[16], 16);
        var (iv, tag, text) = (new byte[12], new byte[16], new byte[bomb.Length]);
        cipher.Encrypt(iv, bomb.ToArray(), text, tag, Encoding.ASCII.GetBytes(TokenForge.Encode(header)));
        return string.Join('.', new[] { Encoding.UTF8.GetBytes(header), [], iv, text, tag }.Select(TokenForge.Encode));
    }

    private static string Serialized(TokenForge forge)
    {
        var parts = forge.Genuine().Split('.');
        return $"{{\"protected\":\"{parts[0]}\",\"payload\":\"{parts[1]}\",\"signature\":\"{parts[2]}\"}}";
    }
}
