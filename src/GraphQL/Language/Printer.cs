using System.Text;

namespace HomeroomGraph.GraphQL.Language;

/// <summary>Writes a tree as GraphQL text in the reference's layout (graphql-js's <c>print</c>). It follows the tree's depth,
/// which the parser has bounded.</summary>
public static partial class Printer
{
    /// <summary>Beyond it, arguments, lists and objects go on lines of their own.</summary>
    private const int LongestLine = 80;

    /// <summary>The text of any node.</summary>
    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => Join("\n\n", PrintAll(document.Definitions)),
        NameNode name => name.Value,
        ValueNode value => PrintValue(value),
        TypeNode type => PrintType(type),
        ObjectFieldNode field => $"{field.Name}: {Print(field.Value)}",
        ArgumentNode argument => $"{argument.Name}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name}{Wrap("(", Join(", ", PrintAll(directive.Arguments)), ")")}",
        SelectionSetNode selections => Block(selections.Selections),
        SelectionNode selection => PrintSelection(selection),
        RootOperationTypeNode root => $"{PrintOperation(root.Operation)}: {Print(root.Type)}",
        DefinitionNode definition => Wrap("", definition.Description is { } text ? Print(text) : "", "\n") + PrintDefinition(definition),
        _ => throw new ArgumentException($"{node.GetType().Name} has no text of its own.", nameof(node)),
    };

    private static string PrintType(TypeNode type) => type switch
    {
        ListTypeNode list => $"[{PrintType(list.ItemType)}]",
        NonNullTypeNode nonNull => $"{PrintType(nonNull.InnerType)}!",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    private static string PrintValue(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => text.IsBlock ? BlockString.Print(text.Value) : PrintString(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode list => PrintList(list),
        _ => PrintObject((ObjectValueNode)value),
    };

    private static string PrintList(ListValueNode list)
    {
        string[] items = PrintAll(list.Items);
        string line = $"[{Join(", ", items)}]";
        return line.Length <= LongestLine ? line : $"[\n{Indent(Join("\n", items))}\n]";
    }

    private static string PrintObject(ObjectValueNode value)
    {
        string[] fields = PrintAll(value.Fields);
        string line = $"{{ {Join(", ", fields)} }}";
        return line.Length <= LongestLine ? line : Block(fields);
    }

    /// <summary>A string in quotes: control characters, quotes and backslashes escaped, all else as it is.</summary>
    private static string PrintString(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (char character in value)
        {
            text = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append(@"\b"),
                '\t' => text.Append(@"\t"),
                '\n' => text.Append(@"\n"),
                '\f' => text.Append(@"\f"),
                '\r' => text.Append(@"\r"),
                _ when char.IsControl(character) => text.Append($@"\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        return text.Append('"').ToString();
    }
}
