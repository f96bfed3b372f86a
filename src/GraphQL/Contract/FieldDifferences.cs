using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of the fields of an object or interface type (spec 3.6).</summary>
internal static class FieldDifferences
{
    public static IEnumerable<SchemaDifference> Of(ComplexType older, ComplexType newer)
    {
        var fields = Pairing.Of(older.Fields, newer.Fields);
        return
        [
            .. fields.Removed.Select(field => new SchemaDifference(
                DifferenceKind.FieldRemoved, Coordinates.Of(older, field), "The field was removed.")),
            .. fields.Added.Select(field => new SchemaDifference(
                DifferenceKind.FieldAdded, Coordinates.Of(newer, field), $"The field was added, of type {field.Type}.")),
            .. fields.Kept.SelectMany(field => OfField(Coordinates.Of(newer, field.Newer), field.Older, field.Newer)),
        ];
    }

    private static IEnumerable<SchemaDifference> OfField(string coordinate, FieldDefinition older, FieldDefinition newer) =>
    [
        .. OfFieldType(coordinate, older.Type, newer.Type),
        .. ArgumentDifferences.Of(coordinate, older.Arguments, newer.Arguments),
        .. DeprecationDifferences.Of(coordinate, older.DeprecationReason, newer.DeprecationReason),
        .. DescriptionDifferences.Of(coordinate, older.Description, newer.Description),
    ];

    private static IEnumerable<SchemaDifference> OfFieldType(string coordinate, GraphQLType older, GraphQLType newer)
    {
        if (older.ToString() == newer.ToString()) return [];
        var kind = TypeCompatibility.IsSafeOutput(older, newer) ? DifferenceKind.FieldTypeNarrowed : DifferenceKind.FieldTypeChanged;
        return [new(kind, coordinate, $"The type was {older} and is {newer}.")];
    }
}
