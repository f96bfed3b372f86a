namespace HomeroomGraph.GraphQL.Language;

public static partial class Printer
{
    private static string PrintSelection(SelectionNode selection) => selection switch
    {
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => Join(" ", $"...{spread.Name}", PrintDirectives(spread.Directives)),
        InlineFragmentNode fragment => Join(" ",
            "...",
            Wrap("on ", fragment.TypeCondition is null ? "" : Print(fragment.TypeCondition)),
            PrintDirectives(fragment.Directives),
            Print(fragment.SelectionSet)),
        _ => throw new ArgumentException($"{selection.GetType().Name} has no text of its own.", nameof(selection)),
    };

    private static string PrintField(FieldNode field)
    {
        string name = field.Alias is null ? field.Name.Value : $"{field.Alias}: {field.Name}";
        return Join(" ",
            name + PrintArguments(field.Arguments, name.Length),
            PrintDirectives(field.Directives),
            field.SelectionSet is null ? "" : Print(field.SelectionSet));
    }

    /// <summary>Arguments in one line, or each on its own when the line would be too long.</summary>
    private static string PrintArguments(IReadOnlyList<ArgumentNode> arguments, int lengthBefore)
    {
        if (arguments.Count == 0) return "";
        string[] parts = PrintAll(arguments);
        string line = $"({Join(", ", parts)})";
        return lengthBefore + line.Length <= LongestLine ? line : $"(\n{Indent(Join("\n", parts))}\n)";
    }
}
