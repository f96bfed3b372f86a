using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of types: which there are, of what kind, and what is in them.</summary>
internal static class TypeDifferences
{
    public static IEnumerable<SchemaDifference> Of(OrderedDictionary<string, NamedType> older, OrderedDictionary<string, NamedType> newer)
    {
        var types = Pairing.Of(older, newer);
        return
        [
            .. types.Removed.Select(type => new SchemaDifference(DifferenceKind.TypeRemoved, type.Name, $"The {KindOf(type)} was removed.")),
            .. types.Added.Select(type => new SchemaDifference(DifferenceKind.TypeAdded, type.Name, $"The {KindOf(type)} was added.")),
            .. types.Kept.SelectMany(type => OfType(type.Older, type.Newer)),
        ];
    }

    private static IEnumerable<SchemaDifference> OfType(NamedType older, NamedType newer) =>
    [
        .. OfContent(older, newer),
        .. DescriptionDifferences.Of(older.Name, older.Description, newer.Description),
    ];

    private static IEnumerable<SchemaDifference> OfContent(NamedType older, NamedType newer) => (older, newer) switch
    {
        (ObjectType a, ObjectType b) => [.. InterfaceDifferences.Of(a, b), .. FieldDifferences.Of(a, b)],
        (InterfaceType a, InterfaceType b) => [.. InterfaceDifferences.Of(a, b), .. FieldDifferences.Of(a, b)],
        (UnionType a, UnionType b) => UnionDifferences.Of(a, b),
        (EnumType a, EnumType b) => EnumDifferences.Of(a, b),
        (InputObjectType a, InputObjectType b) => InputObjectDifferences.Of(a, b),
        (ScalarType a, ScalarType b) => ScalarDifferences.Of(a, b),
        _ => [new(DifferenceKind.TypeKindChanged, older.Name, $"The {KindOf(older)} became {WithArticle(KindOf(newer))}.")],
    };

    private static string WithArticle(string noun) => ("aeio".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    private static string KindOf(NamedType type) => type switch
    {
        ObjectType => "object type",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        InputObjectType => "input object",
        _ => "scalar",
    };
}
