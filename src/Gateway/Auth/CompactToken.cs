using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>
/// A bearer token taken apart, before anybody believes it: three parts of base64url, two of them JSON objects (RFC 7515, section 3.1), in which
/// nothing is said twice and every registered member has its type (RFC 7519, section 4.1). What is critical, compressed, encrypted or a token in
/// a token is none that we read (RFC 8725, section 3.10, on what not to guess). So the checks behind it, and whoever else reads the token, read
/// the same things in it.
/// </summary>
/// <param name="Issuer">Its <c>iss</c>, which is not believed yet; null without one.</param>
internal sealed record CompactToken(string? Issuer)
{
    /// <summary>The longest text that is looked at.</summary>
    public const int Longest = 16_384;

    private const double LastSecond = 253_402_300_799;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private static readonly string[] NotOurs = ["crit", "b64", "zip", "enc"], Times = ["exp", "nbf", "iat"];

    /// <summary>Takes a token apart.</summary>
    /// <exception cref="RefusedTokenException">It is none, and why.</exception>
    public static CompactToken Read(string token)
    {
        if (token.Length > Longest)
            throw new RefusedTokenException("The token is too long.");
        var parts = token.Split('.', 4);
        if (parts.Length != 3 || Array.Exists(parts, part => !IsBase64Url(part)))
            throw new RefusedTokenException("The token is not a signed JWT.");
        using var header = ObjectOf(parts[0]);
        CheckHeader(header.RootElement);
        using var payload = ObjectOf(parts[1]);
        return new CompactToken(CheckPayload(payload.RootElement));
    }

    /// <summary>The letters of base64url alone (RFC 7515, section 2: no padding, no line breaks), and unused bits zero, so that bytes have one text.</summary>
    private static bool IsBase64Url(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Letters))
            return false;
        return (part.Length % 4) switch
        {
            0 => true,
            1 => false,
            2 => part[^1] is 'A' or 'Q' or 'g' or 'w',
            _ => part[^1] is 'A' or 'E' or 'I' or 'M' or 'Q' or 'U' or 'Y' or 'c' or 'g' or 'k' or 'o' or 's' or 'w' or '0' or '4' or '8',
        };
    }

    private static JsonDocument ObjectOf(string part)
    {
        var bytes = Base64Url.DecodeFromChars(part);
        JsonDocument? document = null;
        try
        {
            if (Utf8.IsValid(bytes) && HasWholeCharacters(bytes))
                document = JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException)
        {
            // It is told below, and no details of it.
        }

        if (document?.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document?.Dispose();
        throw new RefusedTokenException("The token's parts are not JSON objects, or say something twice.");
    }

    /// <summary>No escape stands for half a character.</summary>
    private static bool HasWholeCharacters(byte[] json)
    {
        if (!json.AsSpan().Contains((byte)'\\'))
            return true;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void CheckHeader(JsonElement header)
    {
        if (Array.Find(NotOurs, name => header.TryGetProperty(name, out _)) is { } unknown)
            throw new RefusedTokenException($"The token's header has {unknown}, which is not understood here.");
        if (TextOf(header, "cty") is { } content && content.EndsWith("jwt", StringComparison.OrdinalIgnoreCase))
            throw new RefusedTokenException("The token holds a token.");
        _ = (TextOf(header, "alg"), TextOf(header, "kid"), TextOf(header, "typ"));
    }

    private static string? CheckPayload(JsonElement payload)
    {
        if (Array.Find(Times, name => payload.TryGetProperty(name, out var time) && !IsTime(time)) is { } wrong)
            throw new RefusedTokenException($"The token's {wrong} is not a number of seconds since 1970.");
        if (payload.TryGetProperty("aud", out var audience) && !IsAudience(audience))
            throw new RefusedTokenException("The token's aud is neither a text nor a list of texts.");
        _ = (TextOf(payload, "sub"), TextOf(payload, "jti"));
        return TextOf(payload, "iss");
    }

    private static string? TextOf(JsonElement part, string name)
    {
        if (!part.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RefusedTokenException($"The token's {name} is not a text.");
    }

    private static bool IsTime(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= LastSecond;

    private static bool IsAudience(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String),
        _ => false,
    };
}
