using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Whether clients of the one type of a field or argument can go on with the other. Types are compared by name, for they are of
/// two schemas. Both recurse as deep as types nest.</summary>
internal static class TypeCompatibility
{
    /// <summary>For what a client reads: the same, or without null where there was one. A narrower named type is not safe: a fragment on
    /// another type would no longer be allowed there (spec 5.5.2.3).</summary>
    public static bool IsSafeOutput(GraphQLType older, GraphQLType newer) => (older, newer) switch
    {
        (NonNullType a, NonNullType b) => IsSafeOutput(a.Inner, b.Inner),
        (NonNullType, _) => false,
        (_, NonNullType b) => IsSafeOutput(older, b.Inner),
        (ListType a, ListType b) => IsSafeOutput(a.Item, b.Item),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>For what a client gives: the same, or with null where there was none. A list in place of its item is not safe, although
    /// one value is taken for a list of one (spec 3.11): a variable of the item's type no longer fits (spec 5.8.5).</summary>
    public static bool IsSafeInput(GraphQLType older, GraphQLType newer) => (older, newer) switch
    {
        (NonNullType a, NonNullType b) => IsSafeInput(a.Inner, b.Inner),
        (NonNullType a, _) => IsSafeInput(a.Inner, newer),
        (ListType a, ListType b) => IsSafeInput(a.Item, b.Item),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };
}
