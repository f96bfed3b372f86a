using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Objects and interfaces have fields of output types with arguments of input types (spec 3.6, 3.7).</summary>
internal static class FieldRules
{
    internal static void Check(ComplexType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0) errors.Add($"Type {type} must define one or more fields.", type.SyntaxNodes);
        foreach (var field in type.Fields.Values)
        {
            ReservedNames.Check(field.Name, errors, field.SyntaxNode);
            if (!field.Type.IsOutput)
                errors.Add(
                    $"The type of {Coordinates.Of(type, field)} must be Output Type but got: {field.Type}.", field.SyntaxNode?.Type);
            foreach (var argument in field.Arguments.Values)
                InputValueRules.Check(
                    argument, Coordinates.Of(type, field, argument), "argument", errors, argument.SyntaxNode?.Type);
        }
    }
}
