using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of an input object: its fields, and whether exactly one of them is given (spec 3.10).</summary>
internal static class InputObjectDifferences
{
    public static IEnumerable<SchemaDifference> Of(InputObjectType older, InputObjectType newer)
    {
        var fields = Pairing.Of(older.Fields, newer.Fields);
        return
        [
            .. OfOneOf(older, newer),
            .. fields.Removed.Select(field => new SchemaDifference(
                DifferenceKind.InputFieldRemoved, Coordinates.Of(older, field), "The input field was removed.")),
            .. fields.Added.Select(field => field.IsRequired
                ? new SchemaDifference(
                    DifferenceKind.RequiredInputFieldAdded, Coordinates.Of(newer, field), $"An input field was added that must be given, of type {field.Type}.")
                : new SchemaDifference(
                    DifferenceKind.OptionalInputFieldAdded, Coordinates.Of(newer, field), $"The input field was added, of type {field.Type}.")),
            .. fields.Kept.SelectMany(field => InputValueDifferences.Of(
                Coordinates.Of(newer, field.Newer), field.Older, field.Newer,
                changed: DifferenceKind.InputFieldTypeChanged, widened: DifferenceKind.InputFieldTypeWidened)),
        ];
    }

    private static IEnumerable<SchemaDifference> OfOneOf(InputObjectType older, InputObjectType newer) => (older.IsOneOf, newer.IsOneOf) switch
    {
        (false, true) => [new(DifferenceKind.OneOfAdded, older.Name, "Exactly one of its fields must now be given.")],
        (true, false) => [new(DifferenceKind.OneOfRemoved, older.Name, "Its fields may now be given together.")],
        _ => [],
    };
}
