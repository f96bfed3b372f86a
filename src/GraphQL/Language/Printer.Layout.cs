namespace HomeroomGraph.GraphQL.Language;

public static partial class Printer
{
    /// <summary>The parts that are there, with the separator between them.</summary>
    private static string Join(string separator, params IEnumerable<string> parts) =>
        string.Join(separator, parts.Where(part => part.Length > 0));

    /// <summary>The text between its start and end, or nothing at all.</summary>
    private static string Wrap(string start, string text, string end = "") => text.Length == 0 ? "" : $"{start}{text}{end}";

    private static string Indent(string text) => $"  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    /// <summary>Nodes in braces, each on a line of its own; nothing when there are none.</summary>
    private static string Block(IReadOnlyList<SyntaxNode> nodes) =>
        nodes.Count == 0 ? "" : $"{{\n{Indent(Join("\n", nodes.Select(Print)))}\n}}";

    /// <summary>Nodes in parentheses: in one line, unless a description needs one of its own.</summary>
    private static string Parenthesize(IReadOnlyList<SyntaxNode> nodes, bool indent)
    {
        if (nodes.Count == 0) return "";
        var parts = nodes.Select(Print).ToList();
        if (!parts.Exists(part => part.Contains('\n'))) return $"({Join(", ", parts)})";
        string lines = Join("\n", parts);
        return $"(\n{(indent ? Indent(lines) : lines)}\n)";
    }

    private static string PrintDirectives(IReadOnlyList<DirectiveNode> directives) => Join(" ", directives.Select(Print));
}
