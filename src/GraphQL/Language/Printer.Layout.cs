namespace HomeroomGraph.GraphQL.Language;

public static partial class Printer
{
    /// <summary>The texts of the nodes. A layout that is tried and given up keeps them: printing twice at each level would
    /// double the work with each level.</summary>
    private static string[] PrintAll(IReadOnlyList<SyntaxNode> nodes)
    {
        string[] parts = nodes.Count == 0 ? [] : new string[nodes.Count];
        for (int i = 0; i < parts.Length; i++) parts[i] = Print(nodes[i]);
        return parts;
    }

    /// <summary>The parts that are there, with the separator between them.</summary>
    private static string Join(string separator, params string[] parts) =>
        Array.Exists(parts, part => part.Length == 0)
            ? string.Join(separator, parts.Where(part => part.Length > 0))
            : string.Join(separator, parts);

    /// <summary>The text between its start and end, or nothing at all.</summary>
    private static string Wrap(string start, string text, string end = "") => text.Length == 0 ? "" : $"{start}{text}{end}";

    private static string Indent(string text) => $"  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    /// <summary>Nodes in braces, each on a line of its own; nothing when there are none.</summary>
    private static string Block(IReadOnlyList<SyntaxNode> nodes) => Block(PrintAll(nodes));

    private static string Block(string[] parts) => parts.Length == 0 ? "" : $"{{\n{Indent(Join("\n", parts))}\n}}";

    /// <summary>Nodes in parentheses: in one line, unless a description needs one of its own.</summary>
    private static string Parenthesize(IReadOnlyList<SyntaxNode> nodes, bool indent)
    {
        if (nodes.Count == 0) return "";
        string[] parts = PrintAll(nodes);
        if (!Array.Exists(parts, part => part.Contains('\n'))) return $"({Join(", ", parts)})";
        string lines = Join("\n", parts);
        return $"(\n{(indent ? Indent(lines) : lines)}\n)";
    }

    private static string PrintDirectives(IReadOnlyList<DirectiveNode> directives) => Join(" ", PrintAll(directives));
}
