using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Takes a text of ours apart into tokens.</summary>
internal static partial class TokensOf
{
    public static IEnumerable<string> Text(string text) => TokenPattern().Matches(text).Select(match => match.Value);

    [GeneratedRegex("\"\"\"(?:\\\\\"\"\"|(?!\"\"\").)*\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|\\.\\.\\.|-?[0-9][0-9.eE+-]*|\\w+|[^\\s,]", RegexOptions.Singleline)]
    private static partial Regex TokenPattern();
}
