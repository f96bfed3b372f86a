using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Definitions of the type system: in a document to execute they are out of place, and looked at all the same.</summary>
internal sealed partial class DocumentWalker
{
    private void TypeSystemDefinition(DefinitionNode node)
    {
        context.IsInTypeSystem = true;
        foreach (var rule in rules)
        {
            rule.EnterTypeSystemDefinition(node);
            rule.EnterDirectives(node.Directives, node);
        }
        Inside(node);
        context.IsInTypeSystem = false;
    }

    private void Inside(DefinitionNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                Directives(schema.Directives, DirectiveLocations.Schema);
                foreach (var root in schema.OperationTypes) NamedType(root.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                Directives(scalar.Directives, DirectiveLocations.Scalar);
                break;
            case ComplexTypeDefinitionNode complex:
                foreach (var @interface in complex.Interfaces) NamedType(@interface);
                Directives(
                    complex.Directives, complex is ObjectTypeDefinitionNode ? DirectiveLocations.Object : DirectiveLocations.Interface);
                foreach (var field in complex.Fields) FieldDefinition(field);
                break;
            case UnionTypeDefinitionNode union:
                Directives(union.Directives, DirectiveLocations.Union);
                foreach (var member in union.Types) NamedType(member);
                break;
            case EnumTypeDefinitionNode @enum:
                Directives(@enum.Directives, DirectiveLocations.Enum);
                foreach (var value in @enum.Values) EnumValueDefinition(value);
                break;
            case InputObjectTypeDefinitionNode input:
                Directives(input.Directives, DirectiveLocations.InputObject);
                foreach (var field in input.Fields) InputValueDefinition(field, DirectiveLocations.InputFieldDefinition);
                break;
            case DirectiveDefinitionNode directive:
                foreach (var argument in directive.Arguments) InputValueDefinition(argument, DirectiveLocations.ArgumentDefinition);
                Directives(directive.Directives, DirectiveLocations.DirectiveDefinition);
                break;
        }
    }

    private void FieldDefinition(FieldDefinitionNode node)
    {
        foreach (var rule in rules) rule.EnterDirectives(node.Directives, node);
        foreach (var argument in node.Arguments) InputValueDefinition(argument, DirectiveLocations.ArgumentDefinition);
        TypeReference(node.Type);
        Directives(node.Directives, DirectiveLocations.FieldDefinition);
    }

    private void InputValueDefinition(InputValueDefinitionNode node, string location)
    {
        foreach (var rule in rules) rule.EnterDirectives(node.Directives, node);
        TypeReference(node.Type);
        if (node.DefaultValue is { } value) WholeValue(value);
        Directives(node.Directives, location);
    }

    private void EnumValueDefinition(EnumValueDefinitionNode node)
    {
        foreach (var rule in rules) rule.EnterDirectives(node.Directives, node);
        Directives(node.Directives, DirectiveLocations.EnumValue);
    }
}
