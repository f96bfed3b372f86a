using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Breaks a document somewhere: a token goes, comes twice, changes places or becomes another one; circles of fragments, variables
/// that are gone or of another type, directives at the wrong place, values inside values, a text cut short.</summary>
internal sealed class Mutations(Choices choices, Schema schema)
{
    private static readonly string[] Directives =
    [
        "@skip(if: true)", "@include(if: $v0)", "@deprecated", "@oneOf", "@specifiedBy(url: \"u\")", "@unknown", "@skip", "@tag(name: \"t\") @tag(name: \"t\")", "@skip(if: 1) @skip(if: false)",
    ];

    private static readonly string[] Definitions =
    [
        "fragment F0 on Query { __typename }", "query Q0 { __typename }", "{ __typename }", "type Extra { a: Int }", "extend schema @x", "directive @d on FIELD", "fragment on on on { on }", "query ($v0: Int) { __typename }",
    ];

    /// <summary>The text of the document after one to three changes.</summary>
    public string Apply(IReadOnlyList<string> tokens)
    {
        var changed = tokens.ToList();
        for (int i = choices.Of(1, 1, 1, 2, 3); i > 0 && changed.Count > 0; i--) Change(changed);
        string text = Tokens.Set(changed, choices);
        return choices.Below(20) switch
        {
            0 => Cut(text, choices.Below(text.Length + 1)),
            1 => Insert(text, choices.Of(Literals.WrongTokens)),
            _ => text,
        };
    }

    private void Change(List<string> tokens)
    {
        int at = choices.Below(tokens.Count);
        switch (choices.Below(22))
        {
            // What breaks the syntax most often.
            case 0: tokens.RemoveAt(at); break;
            case 1: tokens.Insert(at, tokens[at]); break;
            case 2: Swap(tokens, at, (at + 1) % tokens.Count); break;
            case 3: Swap(tokens, at, choices.Below(tokens.Count)); break;
            case 4: tokens[at] = choices.Of(Literals.WrongTokens); break;
            case 5: tokens.RemoveRange(at, Math.Min(choices.Between(2, 8), tokens.Count - at)); break;
            case 6: tokens[at] = choices.Of(Literals.Strings); break;
            // What leaves it whole most often.
            case < 13: Rename(tokens, NearestWord(tokens, at)); break;
            case 13 or 14: Spread(tokens); break;
            case 15 or 16: Variable(tokens); break;
            case 17: tokens.Insert(AfterName(tokens, at), choices.Of(Directives)); break;
            case 18 or 19: Nest(tokens); break;
            default: tokens.Insert(choices.Percent(80) ? tokens.Count : at, choices.Of(Definitions)); break;
        }
    }

    private static void Swap(List<string> tokens, int one, int other) => (tokens[one], tokens[other]) = (tokens[other], tokens[one]);

    private static int NearestWord(List<string> tokens, int at)
    {
        int found = tokens.FindIndex(at, token => char.IsLetter(token[0]) || token[0] == '_');
        return found < 0 ? at : found;
    }

    /// <summary>After a name that a selection set or another name follows, where directives may stand.</summary>
    private static int AfterName(List<string> tokens, int at)
    {
        for (int i = at; i + 1 < tokens.Count; i++)
            if (char.IsLetter(tokens[i][0]) && (tokens[i + 1] is "{" or "}" || char.IsLetter(tokens[i + 1][0]))) return i + 1;
        return at;
    }

    private void Rename(List<string> tokens, int at)
    {
        var type = choices.Of(schema.Types.Values.ToList());
        tokens[at] = choices.Below(5) switch
        {
            0 => type.Name,
            1 when type is ComplexType { Fields.Count: > 0 } complex => choices.Of(complex.Fields.Keys.ToList()),
            2 => tokens[at].Length > 1 ? tokens[at][..^1] : tokens[at] + "x",
            3 => choices.Of("on", "true", "null", "fragment", "query", "type", "__typename", "F0", "a1", "input", "implements", "repeatable"),
            _ => tokens[NearestWord(tokens, choices.Below(tokens.Count))],
        };
    }

    /// <summary>A spread of some fragment in some selection set: often the one it stands in.</summary>
    private void Spread(List<string> tokens)
    {
        var braces = Indices(tokens, "{");
        if (braces.Count > 0) tokens.InsertRange(choices.Of(braces) + 1, ["...", $"F{choices.Below(4)}"]);
    }

    private void Variable(List<string> tokens)
    {
        var dollars = Indices(tokens, "$");
        if (dollars.Count == 0) return;
        int at = choices.Of(dollars);
        bool isDefinition = at + 3 < tokens.Count && tokens[at + 2] == ":";
        if (isDefinition && choices.Percent(40)) tokens.RemoveRange(at, 4);
        else if (isDefinition) tokens[at + 3] = choices.Of("Int", "String!", "[ID!]", "Boolean", "Unknown", choices.Of(schema.Types.Keys.ToList()));
        else if (at + 1 < tokens.Count) tokens[at + 1] = $"v{choices.Below(6)}";
    }

    /// <summary>The value after a colon in a list or an object, or another in its place.</summary>
    private void Nest(List<string> tokens)
    {
        var colons = Indices(tokens, ":").Where(at => at + 1 < tokens.Count).ToList();
        if (colons.Count == 0) return;
        int at = choices.Of(colons) + 1;
        tokens[at] = choices.Below(5) switch
        {
            0 => $"[{tokens[at]}]",
            1 => $"{{a: {tokens[at]}}}",
            2 => "null",
            3 => "$undefined",
            _ => "[[1, \"a\"], {b: $v0, b: 1}]",
        };
    }

    private static List<int> Indices(List<string> tokens, string token) => [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i] == token)];

    private static string Cut(string text, int length) => length < text.Length && char.IsLowSurrogate(text[length]) ? text[..(length - 1)] : text[..length];

    private string Insert(string text, string inserted)
    {
        string start = Cut(text, choices.Below(text.Length + 1));
        return start + inserted + text[start.Length..];
    }
}
