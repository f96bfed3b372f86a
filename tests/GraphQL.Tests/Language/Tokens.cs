using System.Text;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>The tokens of a text, as text: <c>Name "a"</c>, <c>"{"</c>.</summary>
internal static class Tokens
{
    public static List<string> Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static List<string> Of(byte[] bytes)
    {
        var lexer = new Utf8Lexer(new SourceText(bytes));
        var tokens = new List<string>();
        for (lexer.MoveNext(); lexer.Kind != TokenKind.EndOfFile; lexer.MoveNext()) tokens.Add(lexer.Describe());
        return tokens;
    }

    /// <summary>The error of reading the text, as <c>line:column message</c>.</summary>
    public static string ErrorOf(byte[] bytes) => SyntaxErrors.Describe(() => Of(bytes));

    public static string ErrorOf(string text) => ErrorOf(Encoding.UTF8.GetBytes(text));
}
