using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>Makes tokens as their issuer would, whose key it holds, with any part changed: as text, so that what no library would write can
/// be written too.</summary>
internal sealed class TokenForge(JsonObject header, JsonObject payload, ECDsa key)
{
    /// <summary>The issuer's key; an attacker has its public half only.</summary>
    public ECDsa Key => key;

    public string KeyId => header["kid"]!.GetValue<string>();

    public string Header => header.ToJsonString();

    public string Payload => payload.ToJsonString();

    /// <summary>What passes; each attack differs from it in one thing.</summary>
    public string Genuine() => Sign(Header, Payload);

    public string WithHeader(Action<JsonObject> change) => Sign(Changed(header, change), Payload);

    public string WithPayload(Action<JsonObject> change) => Sign(Header, Changed(payload, change));

    /// <summary>A header whose member has that JSON text.</summary>
    public string WithHeaderMember(string name, string json) => Sign(WithMember(header, name, json), Payload);

    /// <summary>A payload whose member has that JSON text.</summary>
    public string WithClaim(string name, string json) => Sign(Header, WithMember(payload, name, json));

    public string Sign(string header, string payload) => Sign(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(payload));

    public string Sign(byte[] header, byte[] payload) => SignParts(Encode(header), Encode(payload));

    /// <summary>Signs what is encoded already, however well.</summary>
    public string SignParts(string header, string payload) => $"{header}.{payload}.{Encode(SignatureOf($"{header}.{payload}"))}";

    /// <summary>The genuine header and payload under another signature.</summary>
    public string Under(byte[] signature) => $"{Encode(Header)}.{Encode(Payload)}.{Encode(signature)}";

    /// <summary>The genuine payload under another header, signed by somebody else.</summary>
    public string SignedBy(Func<byte[], byte[]> sign, Action<JsonObject> change)
    {
        var input = $"{Encode(Changed(header, change))}.{Encode(Payload)}";
        return $"{input}.{Encode(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    public byte[] SignatureOf(string input) => key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static string Changed(JsonObject part, Action<JsonObject> change)
    {
        var copy = part.DeepClone().AsObject();
        change(copy);
        return copy.ToJsonString();
    }

    private static string WithMember(JsonObject part, string name, string json)
    {
        var others = part.Where(member => member.Key != name).Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString()}");
        return $"{{{string.Join(',', others.Append($"\"{name}\":{json}"))}}}";
    }
}
