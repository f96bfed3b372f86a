namespace HomeroomGraph.GraphQL.Types;

/// <summary>How types stand to each other.</summary>
public static class TypeComparison
{
    /// <summary>Whether every value of the one type is a value of the other (spec 3.6 "IsValidImplementationFieldType", 5.8.5).
    /// Recurses as deep as types nest.</summary>
    public static bool IsSubTypeOf(this GraphQLType type, GraphQLType super) => (type, super) switch
    {
        _ when type.Equals(super) => true,
        (NonNullType a, NonNullType b) => a.Inner.IsSubTypeOf(b.Inner),
        (_, NonNullType) => false,
        (NonNullType a, _) => a.Inner.IsSubTypeOf(super),
        (ListType a, ListType b) => a.Item.IsSubTypeOf(b.Item),
        (ListType, _) or (_, ListType) => false,
        _ => Schema.IsSubType(super.Named, type.Named),
    };

    /// <summary>Whether an object may be of both composite types (spec 5.5.2.3).</summary>
    public static bool Overlap(this Schema schema, NamedType a, NamedType b) =>
        a == b
        || a is ObjectType && Schema.IsSubType(b, a)
        || b is ObjectType && Schema.IsSubType(a, b)
        || a is not ObjectType && b is not ObjectType && schema.PossibleTypes(a).Any(type => Schema.IsSubType(b, type));
}
