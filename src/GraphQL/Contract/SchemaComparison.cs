using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Finds every difference between two schemas that a client may notice. What is inside a type or field that came or went is
/// not told besides, and the order of declarations is no difference.</summary>
public static class SchemaComparison
{
    /// <summary>The differences from the older schema to the newer one, by coordinate.</summary>
    public static IReadOnlyList<SchemaDifference> Compare(Schema older, Schema newer) =>
    [
        .. Differences(older, newer)
            .OrderBy(difference => difference.Coordinate, StringComparer.Ordinal)
            .ThenBy(difference => difference.Kind)
            .ThenBy(difference => difference.Sentence, StringComparer.Ordinal),
    ];

    private static IEnumerable<SchemaDifference> Differences(Schema older, Schema newer) =>
    [
        .. RootTypeDifferences.Of(older, newer),
        .. TypeDifferences.Of(OwnTypes(older), OwnTypes(newer)),
        .. DirectiveDifferences.Of(older.Directives, newer.Directives),
    ];

    private static OrderedDictionary<string, NamedType> OwnTypes(Schema schema) =>
        new(schema.Types.Where(type => !IntrospectionTypes.IsIntrospectionType(type.Key)));
}
