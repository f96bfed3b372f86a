using System.Buffers;
using System.Text;

namespace HomeroomGraph.GraphQL.Language;

/// <summary>The escapes of a string (spec 2.9.4): <c>\n</c>, <c>\u00E9</c>, <c>\uD83D\uDE00</c>, <c>\u{1F600}</c>.</summary>
internal static class EscapeSequence
{
    private const int FixedWidth = 6;
    private const int LongestVariableWidth = 12;

    /// <summary>Reads the escape that the text starts with.</summary>
    /// <param name="length">The escape's length; when it is wrong, how much of it an error shows.</param>
    /// <remarks>EscapedUnicode :: `{` HexDigit+ `}` | HexDigit HexDigit HexDigit HexDigit [lookahead if a surrogate]</remarks>
    public static bool TryRead(ReadOnlySpan<byte> text, out Rune value, out int length) => text switch
    {
        [_, (byte)'u', (byte)'{', ..] => TryReadVariableWidth(text, out value, out length),
        [_, (byte)'u', ..] => TryReadFixedWidth(text, out value, out length),
        _ => TryReadCharacter(text, out value, out length),
    };

    /// <summary>The value of a string whose escapes have been found valid.</summary>
    public static string Unescape(ReadOnlySpan<byte> text)
    {
        int backslash = text.IndexOf((byte)'\\');
        if (backslash < 0) return Encoding.UTF8.GetString(text);

        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length); // An escape is never shorter than what it stands for.
        int written = 0;
        while (backslash >= 0)
        {
            written += Encoding.UTF8.GetChars(text[..backslash], buffer.AsSpan(written));
            TryRead(text[backslash..], out var character, out int length);
            written += character.EncodeToUtf16(buffer.AsSpan(written));
            text = text[(backslash + length)..];
            backslash = text.IndexOf((byte)'\\');
        }
        written += Encoding.UTF8.GetChars(text, buffer.AsSpan(written));
        string value = new(buffer, 0, written);
        ArrayPool<char>.Shared.Return(buffer);
        return value;
    }

    /// <remarks>EscapedCharacter :: one of `"` `\` `/` `b` `f` `n` `r` `t`</remarks>
    private static bool TryReadCharacter(ReadOnlySpan<byte> text, out Rune value, out int length)
    {
        length = 2;
        char character = text.Length < 2 ? '\0' : (char)text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        value = new Rune(character);
        return character != '\0';
    }

    private static bool TryReadVariableWidth(ReadOnlySpan<byte> text, out Rune value, out int length)
    {
        int point = 0;
        value = default;
        for (length = 3; length < LongestVariableWidth && length < text.Length;)
        {
            byte character = text[length++];
            if (character == '}') return length > 4 && Rune.TryCreate(point, out value);
            int digit = HexDigit(character);
            if (digit < 0 || point > 0x7FFFFFF) return false;
            point = (point << 4) | digit;
        }
        return false;
    }

    private static bool TryReadFixedWidth(ReadOnlySpan<byte> text, out Rune value, out int length)
    {
        length = FixedWidth;
        value = default;
        if (!TryReadFourDigits(text, out char first)) return false;
        if (Rune.TryCreate(first, out value)) return true;
        if (!TryReadFourDigits(text[FixedWidth..], out char second) || !Rune.TryCreate(first, second, out value)) return false;
        length = 2 * FixedWidth;
        return true;
    }

    private static bool TryReadFourDigits(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < FixedWidth || text[0] != '\\' || text[1] != 'u') return false;
        for (int i = 2; i < FixedWidth; i++)
        {
            int digit = HexDigit(text[i]);
            if (digit < 0) return false;
            unit = (char)(unit << 4 | digit);
        }
        return true;
    }

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };
}
