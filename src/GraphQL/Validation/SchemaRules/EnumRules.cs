using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Enums have values (spec 3.9).</summary>
internal static class EnumRules
{
    internal static void Check(EnumType type, SchemaErrors errors)
    {
        if (type.Values.Count == 0) errors.Add($"Enum type {type} must define one or more values.", type.SyntaxNodes);
        foreach (var value in type.Values.Values) ReservedNames.Check(value.Name, errors, value.SyntaxNode);
    }
}
