namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__TypeKind</c> (spec 4.2.2).</summary>
internal static class TypeKindIntrospection
{
    internal static void Fill(EnumType type)
    {
        type.Description = "An enum describing what kind of type a given `__Type` is.";
        type.Add("SCALAR", "Indicates this type is a scalar.");
        type.Add("OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields.");
        type.Add("INTERFACE",
            "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.");
        type.Add("UNION", "Indicates this type is a union. `possibleTypes` is a valid field.");
        type.Add("ENUM", "Indicates this type is an enum. `enumValues` is a valid field.");
        type.Add("INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field.");
        type.Add("LIST", "Indicates this type is a list. `ofType` is a valid field.");
        type.Add("NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field.");
    }

    internal static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.GetType().Name, "A kind of type introspection does not know."),
    };
}
