using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of the values of an enum (spec 3.9).</summary>
internal static class EnumDifferences
{
    public static IEnumerable<SchemaDifference> Of(EnumType older, EnumType newer)
    {
        var values = Pairing.Of(older.Values, newer.Values);
        return
        [
            .. values.Removed.Select(value => new SchemaDifference(DifferenceKind.EnumValueRemoved, Coordinates.Of(older, value), "The value was removed.")),
            .. values.Added.Select(value => new SchemaDifference(DifferenceKind.EnumValueAdded, Coordinates.Of(newer, value), "The value was added.")),
            .. values.Kept.SelectMany(value => OfValue(Coordinates.Of(newer, value.Newer), value.Older, value.Newer)),
        ];
    }

    private static IEnumerable<SchemaDifference> OfValue(string coordinate, EnumValue older, EnumValue newer) =>
    [
        .. DeprecationDifferences.Of(coordinate, older.DeprecationReason, newer.DeprecationReason),
        .. DescriptionDifferences.Of(coordinate, older.Description, newer.Description),
    ];
}
