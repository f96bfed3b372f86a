using System.Text;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>The tokens of a document as <c>[kind, start, end, line, column, value]</c>, offsets in UTF-16 code units.</summary>
internal static class TokenList
{
    public static JsonArray Read(SourceText source)
    {
        var offsets = new Utf16Offsets(source);
        var tokens = new JsonArray();
        var lexer = new Utf8Lexer(source);
        do
        {
            lexer.MoveNext();
            var (line, column) = source.LocationOf(lexer.Start);
            tokens.Add(new JsonArray(
                lexer.Kind.NameOf(), offsets[lexer.Start], offsets[lexer.End], line, column, ValueOf(lexer)));
        } while (lexer.Kind != TokenKind.EndOfFile);
        return tokens;
    }

    private static string? ValueOf(Utf8Lexer token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => Encoding.ASCII.GetString(token.Text),
        TokenKind.String or TokenKind.BlockString => token.ReadStringValue(),
        _ => null,
    };
}
