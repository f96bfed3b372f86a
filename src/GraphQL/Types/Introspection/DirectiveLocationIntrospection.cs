namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__DirectiveLocation</c> (spec 4.2.6).</summary>
internal static class DirectiveLocationIntrospection
{
    internal static void Fill(EnumType type)
    {
        type.Description =
            "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible "
            + "adjacencies.";
        type.Add("QUERY", "Location adjacent to a query operation.");
        type.Add("MUTATION", "Location adjacent to a mutation operation.");
        type.Add("SUBSCRIPTION", "Location adjacent to a subscription operation.");
        type.Add("FIELD", "Location adjacent to a field.");
        type.Add("FRAGMENT_DEFINITION", "Location adjacent to a fragment definition.");
        type.Add("FRAGMENT_SPREAD", "Location adjacent to a fragment spread.");
        type.Add("INLINE_FRAGMENT", "Location adjacent to an inline fragment.");
        type.Add("VARIABLE_DEFINITION", "Location adjacent to an operation variable definition.");
        type.Add("FRAGMENT_VARIABLE_DEFINITION", "Location adjacent to a fragment variable definition.");
        type.Add("SCHEMA", "Location adjacent to a schema definition.");
        type.Add("SCALAR", "Location adjacent to a scalar definition.");
        type.Add("OBJECT", "Location adjacent to an object type definition.");
        type.Add("FIELD_DEFINITION", "Location adjacent to a field definition.");
        type.Add("ARGUMENT_DEFINITION", "Location adjacent to an argument definition.");
        type.Add("INTERFACE", "Location adjacent to an interface definition.");
        type.Add("UNION", "Location adjacent to a union definition.");
        type.Add("ENUM", "Location adjacent to an enum definition.");
        type.Add("ENUM_VALUE", "Location adjacent to an enum value definition.");
        type.Add("INPUT_OBJECT", "Location adjacent to an input object type definition.");
        type.Add("INPUT_FIELD_DEFINITION", "Location adjacent to an input object field definition.");
        type.Add("DIRECTIVE_DEFINITION", "Location adjacent to a directive definition.");
    }
}
