using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Input objects have fields of input types; those of a oneOf are nullable and have no default (spec 3.10).</summary>
internal static class InputObjectRules
{
    internal static void Check(InputObjectType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0) errors.Add($"Input Object type {type} must define one or more fields.", type.SyntaxNodes);
        foreach (var field in type.Fields.Values)
        {
            InputValueRules.Check(field, $"{type}.{field.Name}", "input field", errors, field.SyntaxNode?.Type);
            if (!type.IsOneOf) continue;
            if (field.Type.IsNonNull) errors.Add($"OneOf input field {type}.{field.Name} must be nullable.", field.SyntaxNode?.Type);
            if (field.DefaultValue is not null)
                errors.Add($"OneOf input field {type}.{field.Name} cannot have a default value.", field.SyntaxNode);
        }
    }
}
