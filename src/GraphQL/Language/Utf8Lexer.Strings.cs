using System.Buffers;
using System.Text;

namespace HomeroomGraph.GraphQL.Language;

internal ref partial struct Utf8Lexer
{
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>The value of the string the lexer stands on.</summary>
    public readonly string ReadStringValue() => Kind == TokenKind.BlockString
        ? BlockString.ValueOf(Encoding.UTF8.GetString(_text[(Start + 3)..(End - 3)]))
        : EscapeSequence.Unescape(_text[(Start + 1)..(End - 1)]);

    /// <remarks>StringValue :: `""` [lookahead != `"`] | `"` StringCharacter+ `"` | BlockString</remarks>
    private void ReadString()
    {
        if (_text[Start..].StartsWith("\"\"\""u8)) ReadBlockString();
        else ReadLineString();
    }

    /// <remarks>StringCharacter :: SourceCharacter but not `"` or `\` or LineTerminator | `\u` EscapedUnicode | `\` EscapedCharacter</remarks>
    private void ReadLineString()
    {
        int at = Start + 1;
        while (true)
        {
            int length = _text[at..].IndexOfAny(StringStops);
            if (length < 0) throw UnterminatedString(_text.Length);
            at += length;
            switch (_text[at])
            {
                case (byte)'"':
                    (Kind, End) = (TokenKind.String, at + 1);
                    return;
                case (byte)'\\':
                    at += SkipEscape(at);
                    break;
                default:
                    throw UnterminatedString(at);
            }
        }
    }

    /// <summary>The length of the escape at the offset, which is valid.</summary>
    private readonly int SkipEscape(int at)
    {
        if (EscapeSequence.TryRead(_text[at..], out _, out int length)) return length;
        string kind = PeekAt(at + 1) == 'u' ? "Unicode" : "character";
        throw Error(at, $"Invalid {kind} escape sequence: \"{Excerpt(at, length)}\".");
    }

    /// <remarks>
    /// BlockString :: `"""` BlockStringCharacter* `"""`
    /// BlockStringCharacter :: SourceCharacter but not `"""` or `\"""` | `\"""`
    /// </remarks>
    private void ReadBlockString()
    {
        int at = Start + 3;
        while (true)
        {
            int length = _text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0) throw UnterminatedString(_text.Length);
            at += length;
            var rest = _text[at..];
            if (rest.StartsWith("\"\"\""u8))
            {
                (Kind, End) = (TokenKind.BlockString, at + 3);
                return;
            }
            at += rest.StartsWith("\\\"\"\""u8) ? 4 : 1;
        }
    }

    private readonly GraphQLSyntaxException UnterminatedString(int at) => IsInvalidUtf8At(at)
        ? Error(at, $"Invalid character within String: {DescribeAt(at)}.")
        : Error(at, "Unterminated string.");
}
