using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Names of two underscores at the start are introspection's (spec 4, "reserved names").</summary>
internal static class ReservedNames
{
    internal static void Check(string name, SchemaErrors errors, SyntaxNode? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            errors.Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }
}
