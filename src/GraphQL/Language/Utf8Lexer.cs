using System.Buffers;
using System.Text.Unicode;

namespace HomeroomGraph.GraphQL.Language;

/// <summary>Cuts the UTF-8 bytes of a document into tokens (spec 2.1, appendix C). It stands on one token at a time and makes
/// nothing on the heap; names and strings are made when asked for. A copy of it looks ahead.</summary>
internal ref partial struct Utf8Lexer
{
    private readonly SourceText _source;

    /// <summary>The text up to the first byte that is not UTF-8: all of it, nearly always.</summary>
    private readonly ReadOnlySpan<byte> _text;

    public Utf8Lexer(SourceText source)
    {
        _source = source;
        var bytes = source.Utf8.Span;
        _text = Utf8.IsValid(bytes) ? bytes : bytes[..LengthOfValidPart(bytes)];
    }

    public TokenKind Kind { get; private set; }

    /// <summary>Where the token starts, in bytes.</summary>
    public int Start { get; private set; }

    /// <summary>Where the token ends, in bytes, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>The bytes of the token, with the quotes of a string.</summary>
    public readonly ReadOnlySpan<byte> Text => _text[Start..End];

    /// <summary>Goes to the next token that is not ignored; at the end it stays there.</summary>
    /// <exception cref="GraphQLSyntaxException">The text has no token here.</exception>
    /// <remarks>Token :: Punctuator | Name | IntValue | FloatValue | StringValue</remarks>
    public void MoveNext()
    {
        int at = SkipIgnored(End);
        Start = at;
        switch (PeekAt(at))
        {
            case (byte)'!': Punctuator(TokenKind.Bang, 1); break;
            case (byte)'$': Punctuator(TokenKind.Dollar, 1); break;
            case (byte)'&': Punctuator(TokenKind.Ampersand, 1); break;
            case (byte)'(': Punctuator(TokenKind.ParenLeft, 1); break;
            case (byte)')': Punctuator(TokenKind.ParenRight, 1); break;
            case (byte)'.': ReadSpread(); break;
            case (byte)':': Punctuator(TokenKind.Colon, 1); break;
            case (byte)'=': Punctuator(TokenKind.EqualsSign, 1); break;
            case (byte)'@': Punctuator(TokenKind.At, 1); break;
            case (byte)'[': Punctuator(TokenKind.BracketLeft, 1); break;
            case (byte)']': Punctuator(TokenKind.BracketRight, 1); break;
            case (byte)'{': Punctuator(TokenKind.BraceLeft, 1); break;
            case (byte)'|': Punctuator(TokenKind.Pipe, 1); break;
            case (byte)'}': Punctuator(TokenKind.BraceRight, 1); break;
            case (byte)'"': ReadString(); break;
            case (>= (byte)'0' and <= (byte)'9') or (byte)'-': ReadNumber(); break;
            case (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_': ReadName(); break;
            case 0 when at == _source.Utf8.Length: Punctuator(TokenKind.EndOfFile, 0); break;
            default: throw UnexpectedCharacter(at);
        }
    }

    /// <remarks>Ignored :: UnicodeBOM | Whitespace | LineTerminator | Comment | Comma</remarks>
    private readonly int SkipIgnored(int at)
    {
        while (at < _text.Length)
        {
            switch (_text[at])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    at++;
                    break;
                case (byte)'#':
                    int length = _text[at..].IndexOfAny((byte)'\n', (byte)'\r');
                    at = length < 0 ? _text.Length : at + length;
                    break;
                case 0xEF when _text[at..].StartsWith("\uFEFF"u8):
                    at += 3;
                    break;
                default:
                    return at;
            }
        }
        return at;
    }

    private void Punctuator(TokenKind kind, int length) => (Kind, End) = (kind, Start + length);

    /// <remarks>Punctuator :: `...`</remarks>
    private void ReadSpread()
    {
        var rest = _text[Start..];
        if (rest.StartsWith("..."u8)) Punctuator(TokenKind.Spread, 3);
        else if (rest.StartsWith(".."u8)) throw Error(Start, "Unexpected \"..\", did you mean \"...\"?");
        else if (IsDigit(PeekAt(Start + 1))) throw FractionWithoutInteger();
        else throw UnexpectedCharacter(Start);
    }

    /// <remarks>Name :: NameStart NameContinue* [lookahead != NameContinue]</remarks>
    private void ReadName()
    {
        int length = _text[(Start + 1)..].IndexOfAnyExcept(NameContinue);
        (Kind, End) = (TokenKind.Name, length < 0 ? _text.Length : Start + 1 + length);
    }

    private static readonly SearchValues<byte> NameContinue =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static bool IsNameStart(byte character) => char.IsAsciiLetter((char)character) || character == '_';

    private static bool IsDigit(byte character) => char.IsAsciiDigit((char)character);

    /// <summary>The byte at the offset; 0, which starts no token, where the text has ended.</summary>
    private readonly byte PeekAt(int at) => at < _text.Length ? _text[at] : (byte)0;
}
