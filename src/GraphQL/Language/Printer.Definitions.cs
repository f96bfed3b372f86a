namespace HomeroomGraph.GraphQL.Language;

public static partial class Printer
{
    /// <summary>A definition without its description.</summary>
    private static string PrintDefinition(DefinitionNode definition) => definition switch
    {
        OperationDefinitionNode operation => PrintOperationDefinition(operation),
        FragmentDefinitionNode fragment => Join(" ",
            $"fragment {fragment.Name} on {Print(fragment.TypeCondition)}",
            PrintDirectives(fragment.Directives),
            Print(fragment.SelectionSet)),
        VariableDefinitionNode variable => PrintInput(Print(variable.Variable), variable.Type, variable.DefaultValue, variable.Directives),
        SchemaDefinitionNode schema => Join(" ",
            Keyword("schema", schema.IsExtension), PrintDirectives(schema.Directives), Block(schema.OperationTypes)),
        TypeDefinitionNode type => PrintTypeDefinition(type),
        FieldDefinitionNode field => Join(" ",
            $"{field.Name}{Parenthesize(field.Arguments, indent: true)}: {Print(field.Type)}", PrintDirectives(field.Directives)),
        InputValueDefinitionNode input => PrintInput(input.Name.Value, input.Type, input.DefaultValue, input.Directives),
        EnumValueDefinitionNode value => Join(" ", value.Name.Value, PrintDirectives(value.Directives)),
        DirectiveDefinitionNode directive => PrintDirectiveDefinition(directive),
        _ => throw new ArgumentException($"{definition.GetType().Name} has no text of its own.", nameof(definition)),
    };

    private static string PrintOperationDefinition(OperationDefinitionNode operation)
    {
        string name = operation.Name?.Value ?? "";
        string head = Join(" ",
            PrintOperation(operation.Operation),
            name + Parenthesize(operation.VariableDefinitions, indent: false),
            PrintDirectives(operation.Directives));
        bool isShorthand = head == "query" && operation.Description is null;
        return Join(" ", isShorthand ? "" : head, Print(operation.SelectionSet));
    }

    private static string PrintOperation(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private static string PrintTypeDefinition(TypeDefinitionNode type) => Join(" ", type switch
    {
        ScalarTypeDefinitionNode => [Head(type, "scalar"), PrintDirectives(type.Directives)],
        ObjectTypeDefinitionNode @object => PrintComplexType(@object, "type"),
        InterfaceTypeDefinitionNode @interface => PrintComplexType(@interface, "interface"),
        UnionTypeDefinitionNode union =>
            [Head(type, "union"), PrintDirectives(type.Directives), Wrap("= ", Join(" | ", PrintAll(union.Types)))],
        EnumTypeDefinitionNode @enum => [Head(type, "enum"), PrintDirectives(type.Directives), Block(@enum.Values)],
        InputObjectTypeDefinitionNode input => [Head(type, "input"), PrintDirectives(type.Directives), Block(input.Fields)],
        _ => throw new ArgumentException($"{type.GetType().Name} has no text of its own.", nameof(type)),
    });

    private static string[] PrintComplexType(ComplexTypeDefinitionNode type, string keyword) =>
    [
        Head(type, keyword),
        Wrap("implements ", Join(" & ", PrintAll(type.Interfaces))),
        PrintDirectives(type.Directives),
        Block(type.Fields),
    ];

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode directive) => Join(" ",
        $"{Keyword("directive", directive.IsExtension)} @{directive.Name}{Parenthesize(directive.Arguments, indent: true)}",
        PrintDirectives(directive.Directives),
        directive.IsRepeatable ? "repeatable" : "",
        Wrap("on ", Join(" | ", PrintAll(directive.Locations))));

    private static string PrintInput(string name, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives) =>
        Join(" ", $"{name}: {Print(type)}", Wrap("= ", defaultValue is null ? "" : Print(defaultValue)), PrintDirectives(directives));

    private static string Head(TypeDefinitionNode type, string keyword) => $"{Keyword(keyword, type.IsExtension)} {type.Name}";

    private static string Keyword(string keyword, bool isExtension) => isExtension ? $"extend {keyword}" : keyword;
}
