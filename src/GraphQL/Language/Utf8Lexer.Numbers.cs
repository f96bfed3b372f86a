using System.Text;

namespace HomeroomGraph.GraphQL.Language;

internal ref partial struct Utf8Lexer
{
    /// <remarks>
    /// IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    /// FloatValue :: IntegerPart (FractionalPart | ExponentPart | FractionalPart ExponentPart) [lookahead != {Digit, `.`, NameStart}]
    /// </remarks>
    private void ReadNumber()
    {
        int at = SkipIntegerPart(Start);
        int afterInteger = at;
        if (PeekAt(at) == '.') at = SkipDigits(at + 1);
        if (PeekAt(at) is (byte)'e' or (byte)'E') at = SkipExponent(at);

        byte next = PeekAt(at);
        if (next == '.' || IsNameStart(next)) throw ExpectedDigit(at);
        (Kind, End) = (at == afterInteger ? TokenKind.Int : TokenKind.Float, at);
    }

    /// <remarks>IntegerPart :: `-`? (`0` | NonZeroDigit Digit*)</remarks>
    private readonly int SkipIntegerPart(int at)
    {
        if (PeekAt(at) == '-') at++;
        if (PeekAt(at) != '0') return SkipDigits(at);
        at++;
        if (IsDigit(PeekAt(at))) throw Error(at, $"Invalid number, unexpected digit after 0: {DescribeAt(at)}.");
        return at;
    }

    /// <remarks>ExponentPart :: (`e` | `E`) (`+` | `-`)? Digit+</remarks>
    private readonly int SkipExponent(int at)
    {
        at++;
        if (PeekAt(at) is (byte)'+' or (byte)'-') at++;
        return SkipDigits(at);
    }

    /// <remarks>Digit+</remarks>
    private readonly int SkipDigits(int at)
    {
        if (!IsDigit(PeekAt(at))) throw ExpectedDigit(at);
        do at++; while (IsDigit(PeekAt(at)));
        return at;
    }

    private readonly GraphQLSyntaxException ExpectedDigit(int at) =>
        Error(at, $"Invalid number, expected digit but got: {DescribeAt(at)}.");

    private readonly GraphQLSyntaxException FractionWithoutInteger()
    {
        string digits = Shorten(Encoding.ASCII.GetString(_text[(Start + 1)..SkipDigits(Start + 1)]));
        return Error(Start, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
    }
}
