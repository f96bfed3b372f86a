using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>JSON strings with lone surrogates in them, which cases have on purpose and .NET's reader refuses. In the bytes a
/// lone surrogate stands as three bytes as if it were a character: not UTF-8, as it should be.</summary>
internal static class LenientText
{
    public static SourceText Of(JsonElement text) => new(Encode(Unescape(text.GetRawText()[1..^1])));

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            switch (raw[++i])
            {
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'u':
                    text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default: text.Append(raw[i]); break;
            }
        }
        return text.ToString();
    }

    private static byte[] Encode(string text)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> character = stackalloc byte[4];
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out int length) == OperationStatus.Done)
                bytes.AddRange(character[..rune.EncodeToUtf8(character)]);
            else
                bytes.AddRange([(byte)(0xE0 | rest[0] >> 12), (byte)(0x80 | (rest[0] >> 6 & 0x3F)), (byte)(0x80 | (rest[0] & 0x3F))]);
            rest = rest[length..];
        }
        return [.. bytes];
    }
}
