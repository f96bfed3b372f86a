using System.Text;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>The tokens of a document that is being written, and how they are set: with spaces, lines, commas and comments between them
/// that mean nothing.</summary>
internal sealed class Tokens(Choices choices)
{
    private static readonly string[] Rarely = ["\n", "\r\n", "\r", ",", " ,, ", "\t", "\n\n  ", " # {comment} \"\n", "\uFEFF", "\n#\n", " #\U0001F600\n"];

    public List<string> All { get; } = [];

    public Tokens Add(params ReadOnlySpan<string> tokens)
    {
        All.AddRange(tokens);
        return this;
    }

    /// <summary>The text. A document is set quietly, or with something odd at every other place.</summary>
    public static string Set(IReadOnlyList<string> tokens, Choices choices)
    {
        int odd = choices.Of(0, 0, 5, 40);
        var text = new StringBuilder();
        for (int i = 0; i < tokens.Count; i++)
        {
            if (i > 0) text.Append(choices.Percent(odd) ? choices.Of(Rarely) : NeedsSpace(tokens[i - 1], tokens[i]) || choices.Percent(70) ? " " : "");
            text.Append(tokens[i]);
        }
        return text.ToString();
    }

    public string Set() => Set(All, choices);

    private static bool NeedsSpace(string before, string after) => IsWord(before) && IsWord(after);

    private static bool IsWord(string token) => token.Length > 0 && (char.IsLetterOrDigit(token[^1]) || token[^1] is '_' or '"' or '.');
}
