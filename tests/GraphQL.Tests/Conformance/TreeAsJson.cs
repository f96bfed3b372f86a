using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>A tree as the reference's JSON: a kind, the parts that are there, and the place in UTF-16 code units.</summary>
internal sealed class TreeAsJson(SourceText source)
{
    private readonly Utf16Offsets _offsets = new(source);

    public JsonObject Write(SyntaxNode node)
    {
        var json = new JsonObject { ["kind"] = KindOf(node) };
        foreach (var (name, part) in PartsOf(node))
        {
            if (part is SyntaxNode child) json[name] = Write(child);
            else if (part is IReadOnlyList<SyntaxNode> children) AddList(json, node, name, children);
            else if (part is string text) json[name] = text;
            else if (part is bool flag) json[name] = flag;
        }
        json["loc"] = new JsonArray(_offsets[node.Span.Start], _offsets[node.Span.End]);
        return json;
    }

    /// <summary>Lists that are empty are not there, but for the values.</summary>
    private void AddList(JsonObject json, SyntaxNode node, string name, IReadOnlyList<SyntaxNode> children)
    {
        if (children.Count > 0 || node is ListValueNode or ObjectValueNode)
            json[name] = new JsonArray([.. children.Select(Write)]);
    }

    /// <summary>The name of a node's class is the reference's kind, but for these.</summary>
    private static string KindOf(SyntaxNode node)
    {
        string name = node.GetType().Name[..^"Node".Length];
        return node switch
        {
            RootOperationTypeNode => "OperationTypeDefinition",
            SchemaDefinitionNode { IsExtension: true } or TypeDefinitionNode { IsExtension: true }
                or DirectiveDefinitionNode { IsExtension: true } => name.Replace("Definition", "Extension", StringComparison.Ordinal),
            _ => name,
        };
    }

    private static IEnumerable<(string Name, object? Part)> PartsOf(SyntaxNode node) => node switch
    {
        DocumentNode n => [("definitions", n.Definitions)],
        NameNode n => [("value", n.Value)],
        OperationDefinitionNode n => [("operation", OperationName(n.Operation)), ("description", n.Description), ("name", n.Name),
            ("variableDefinitions", n.VariableDefinitions), ("directives", n.Directives), ("selectionSet", n.SelectionSet)],
        FragmentDefinitionNode n => [("description", n.Description), ("name", n.Name), ("typeCondition", n.TypeCondition),
            ("directives", n.Directives), ("selectionSet", n.SelectionSet)],
        VariableDefinitionNode n => [("description", n.Description), ("variable", n.Variable), ("type", n.Type),
            ("defaultValue", n.DefaultValue), ("directives", n.Directives)],
        SelectionSetNode n => [("selections", n.Selections)],
        FieldNode n => [("alias", n.Alias), ("name", n.Name), ("arguments", n.Arguments), ("directives", n.Directives),
            ("selectionSet", n.SelectionSet)],
        FragmentSpreadNode n => [("name", n.Name), ("directives", n.Directives)],
        InlineFragmentNode n => [("typeCondition", n.TypeCondition), ("directives", n.Directives), ("selectionSet", n.SelectionSet)],
        ArgumentNode n => [("name", n.Name), ("value", n.Value)],
        DirectiveNode n => [("name", n.Name), ("arguments", n.Arguments)],
        TypeNode n => TypeParts(n),
        ValueNode n => ValueParts(n),
        ObjectFieldNode n => [("name", n.Name), ("value", n.Value)],
        _ => TypeSystemParts(node),
    };

    private static IEnumerable<(string Name, object? Part)> TypeParts(TypeNode node) => node switch
    {
        NamedTypeNode n => [("name", n.Name)],
        ListTypeNode n => [("type", n.ItemType)],
        _ => [("type", ((NonNullTypeNode)node).InnerType)],
    };

    private static IEnumerable<(string Name, object? Part)> ValueParts(ValueNode node) => node switch
    {
        VariableNode n => [("name", n.Name)],
        IntValueNode n => [("value", n.Value)],
        FloatValueNode n => [("value", n.Value)],
        BooleanValueNode n => [("value", n.Value)],
        StringValueNode n => [("value", n.Value), ("block", n.IsBlock)],
        EnumValueNode n => [("value", n.Value)],
        ListValueNode n => [("values", n.Items)],
        ObjectValueNode n => [("fields", n.Fields)],
        _ => [],
    };

    private static IEnumerable<(string Name, object? Part)> TypeSystemParts(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode n => [("description", n.Description), ("directives", n.Directives), ("operationTypes", n.OperationTypes)],
        RootOperationTypeNode n => [("operation", OperationName(n.Operation)), ("type", n.Type)],
        FieldDefinitionNode n => [("description", n.Description), ("name", n.Name), ("arguments", n.Arguments), ("type", n.Type),
            ("directives", n.Directives)],
        InputValueDefinitionNode n => [("description", n.Description), ("name", n.Name), ("type", n.Type),
            ("defaultValue", n.DefaultValue), ("directives", n.Directives)],
        EnumValueDefinitionNode n => [("description", n.Description), ("name", n.Name), ("directives", n.Directives)],
        DirectiveDefinitionNode { IsExtension: true } n => [("name", n.Name), ("directives", n.Directives)],
        DirectiveDefinitionNode n => [("description", n.Description), ("name", n.Name), ("arguments", n.Arguments),
            ("directives", n.Directives), ("repeatable", n.IsRepeatable), ("locations", n.Locations)],
        TypeDefinitionNode n => [("description", n.Description), ("name", n.Name), ("directives", n.Directives), .. Members(n)],
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static IEnumerable<(string Name, object? Part)> Members(TypeDefinitionNode node) => node switch
    {
        ComplexTypeDefinitionNode n => [("interfaces", n.Interfaces), ("fields", n.Fields)],
        UnionTypeDefinitionNode n => [("types", n.Types)],
        EnumTypeDefinitionNode n => [("values", n.Values)],
        InputObjectTypeDefinitionNode n => [("fields", n.Fields)],
        _ => [],
    };

    private static string OperationName(OperationKind kind) => kind.ToString().ToLowerInvariant();
}
