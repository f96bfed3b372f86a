using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>JSON as I-JSON has it (RFC 7493): what two readers could read differently, or what no value of ours can be, is refused and
/// never guessed.</summary>
internal static class StrictJson
{
    // Deeper than any bound of the engine, so that it is the engine's error that tells of too deep a value.
    private const int MaxDepth = 256;
    private const int LongestReason = 200;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <param name="what">How the text is called in an error, e.g. "The body".</param>
    /// <exception cref="HttpRequestRefusedException">It is not one value in UTF-8; a member is there twice; a text has a half of a surrogate
    /// pair or U+0000; a number is greater than a double holds.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json, string what)
    {
        try
        {
            if (!Utf8.IsValid(json.Span)) throw new JsonException("it is not UTF-8.");
            CheckTokens(json.Span);
            return JsonDocument.Parse(json, Parsing).RootElement;
        }
        catch (JsonException fault)
        {
            string reason = fault.Message.Length > LongestReason ? fault.Message[..LongestReason] + "..." : fault.Message;
            throw new HttpRequestRefusedException(StatusCodes.Status400BadRequest, $"{what} is not valid JSON: {reason}");
        }
    }

    /// <summary>What the parser lets through, or takes for a fault of its caller. It comes first.</summary>
    private static void CheckTokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Reading);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) CheckEscapes(reader.ValueSpan);
            else if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
                throw new JsonException("a number is greater than a double holds.");
        }
    }

    private static void CheckEscapes(ReadOnlySpan<byte> text)
    {
        for (int at = text.IndexOf((byte)'\\'); at >= 0 && at < text.Length;)
        {
            int unit = Unit(text, at);
            int next = at + (unit < 0 ? 2 : 6);
            if (unit == 0) throw new JsonException("a text has the character U+0000.");
            if (unit >= 0 && char.IsSurrogate((char)unit))
            {
                bool isPair = char.IsHighSurrogate((char)unit) && next < text.Length && text[next] == '\\'
                    && Unit(text, next) is >= 0 and var low && char.IsLowSurrogate((char)low);
                if (!isPair) throw new JsonException("a text has one half of a surrogate pair.");
                next += 6;
            }
            int further = next < text.Length ? text[next..].IndexOf((byte)'\\') : -1;
            if (further < 0) return;
            at = next + further;
        }
    }

    /// <summary>The UTF-16 unit of an escape <c>\uXXXX</c>; -1 for an escape of another kind. The reader has checked its form.</summary>
    private static int Unit(ReadOnlySpan<byte> text, int at) =>
        text[at + 1] == 'u' ? int.Parse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : -1;
}
