using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of one argument or input field that stayed: its type, default, deprecation and description.</summary>
internal static class InputValueDifferences
{
    /// <param name="changed">What a type is called that clients' values may no longer fit.</param>
    /// <param name="widened">What a type is called that they still fit.</param>
    public static IEnumerable<SchemaDifference> Of(
        string coordinate, InputValueDefinition older, InputValueDefinition newer, DifferenceKind changed, DifferenceKind widened) =>
    [
        .. OfType(coordinate, older.Type, newer.Type, changed, widened),
        .. OfDefault(coordinate, older, newer),
        .. DeprecationDifferences.Of(coordinate, older.DeprecationReason, newer.DeprecationReason),
        .. DescriptionDifferences.Of(coordinate, older.Description, newer.Description),
    ];

    private static IEnumerable<SchemaDifference> OfType(
        string coordinate, GraphQLType older, GraphQLType newer, DifferenceKind changed, DifferenceKind widened) =>
        older.ToString() == newer.ToString()
            ? []
            : [new(TypeCompatibility.IsSafeInput(older, newer) ? widened : changed, coordinate, $"The type was {older} and is {newer}.")];

    private static IEnumerable<SchemaDifference> OfDefault(string coordinate, InputValueDefinition older, InputValueDefinition newer)
    {
        var (before, after) = (Text(older.DefaultValue), Text(newer.DefaultValue));
        return (before, after) switch
        {
            _ when before == after => [],
            (_, null) when newer.IsRequired => [new(DifferenceKind.DefaultValueNeeded, coordinate, $"The default {before} was removed, so a value must be given.")],
            (_, null) => [new(DifferenceKind.DefaultValueRemoved, coordinate, $"The default {before} was removed.")],
            (null, _) when older.IsRequired => [new(DifferenceKind.NoLongerRequired, coordinate, $"It may be left out; the default is {after}.")],
            (null, _) => [new(DifferenceKind.DefaultValueAdded, coordinate, $"The default {after} was added.")],
            _ => [new(DifferenceKind.DefaultValueChanged, coordinate, $"The default was {before} and is {after}.")],
        };
    }

    private static string? Text(ValueNode? value) => value is null ? null : Printer.Print(Normalise(value));

    /// <summary>The value in one way of writing: object fields by name, strings in quotes. Recurses as deep as the parser lets values nest.</summary>
    private static ValueNode Normalise(ValueNode value) => value switch
    {
        StringValueNode text => new StringValueNode(text.Value),
        ListValueNode list => new ListValueNode([.. list.Items.Select(Normalise)]),
        ObjectValueNode { Fields: var fields } => new ObjectValueNode(
            [.. fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                .Select(field => new ObjectFieldNode { Name = field.Name, Value = Normalise(field.Value) })]),
        _ => value,
    };
}
