using System.Buffers;
using System.Text;

namespace HomeroomGraph.GraphQL.Language;

internal ref partial struct Utf8Lexer
{
    /// <summary>How much of a long token an error repeats.</summary>
    private const int LongestExcerpt = 200;

    /// <summary>The token as errors name it: its kind, and its value where it has one.</summary>
    public readonly string Describe() => Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Kind.Describe()} \"{NameForError}\"",
        TokenKind.String or TokenKind.BlockString => $"{Kind.Describe()} \"{Shorten(ReadStringValue())}\"",
        _ => Kind.Describe(),
    };

    /// <summary>The name the lexer stands on, no longer than an error should be.</summary>
    public readonly string NameForError => Shorten(Encoding.ASCII.GetString(Text));

    private readonly GraphQLSyntaxException Error(int at, string message) => GraphQLSyntaxException.At(_source, at, message);

    private readonly GraphQLSyntaxException UnexpectedCharacter(int at)
    {
        if (IsInvalidUtf8At(at)) return Error(at, $"Invalid character: {DescribeAt(at)}.");
        if (PeekAt(at) == '\'')
            return Error(at, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        return Error(at, $"Unexpected character: {DescribeAt(at)}.");
    }

    /// <summary>The character at the offset as errors name it: itself, or its code point.</summary>
    private readonly string DescribeAt(int at)
    {
        if (at == _source.Utf8.Length) return TokenKind.EndOfFile.Describe();
        if (IsInvalidUtf8At(at)) return DescribeInvalidUtf8(_source.Utf8.Span[at..]);
        Rune.DecodeFromUtf8(_text[at..], out var character, out _);
        return character.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{character}\"",
            _ => $"U+{character.Value:X4}",
        };
    }

    /// <summary>A lone surrogate has a code point, though no place in UTF-8; other bytes have none.</summary>
    private static string DescribeInvalidUtf8(ReadOnlySpan<byte> bytes) =>
        bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
            ? $"U+{0xD000 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F):X4}"
            : $"byte 0x{bytes[0]:X2} (not UTF-8)";

    private readonly bool IsInvalidUtf8At(int at) => at == _text.Length && at < _source.Utf8.Length;

    private static int LengthOfValidPart(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == OperationStatus.Done) at += length;
        return at;
    }

    /// <summary>The text from the offset on, as many UTF-16 code units of it as given.</summary>
    private readonly string Excerpt(int at, int length)
    {
        var excerpt = new StringBuilder(length);
        foreach (var character in Encoding.UTF8.GetString(_text[at..Math.Min(_text.Length, at + length * 3)]).EnumerateRunes())
        {
            if (excerpt.Length + character.Utf16SequenceLength > length) break;
            excerpt.Append(character.ToString());
        }
        return excerpt.ToString();
    }

    private static string Shorten(string value) =>
        value.Length <= LongestExcerpt ? value : string.Concat(value.AsSpan(0, LongestExcerpt), "…");
}
