namespace HomeroomGraph.GraphQL.Language;

/// <summary>The places a directive may stand at (spec 3.13), in the reference's order.</summary>
public static class DirectiveLocations
{
    /// <summary>All of them. The reference has two that came after the edition of September 2025:
    /// <c>FRAGMENT_VARIABLE_DEFINITION</c> and <c>DIRECTIVE_DEFINITION</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "FRAGMENT_VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION", "DIRECTIVE_DEFINITION",
    ];

    public static bool Contains(string name) => All.Contains(name);
}
