using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of the arguments of a field or directive (spec 3.6.1).</summary>
internal static class ArgumentDifferences
{
    public static IEnumerable<SchemaDifference> Of(
        string owner, OrderedDictionary<string, InputValueDefinition> older, OrderedDictionary<string, InputValueDefinition> newer)
    {
        var arguments = Pairing.Of(older, newer);
        return
        [
            .. arguments.Removed.Select(argument => new SchemaDifference(
                DifferenceKind.ArgumentRemoved, Coordinates.Of(owner, argument.Name), "The argument was removed.")),
            .. arguments.Added.Select(argument => argument.IsRequired
                ? new SchemaDifference(
                    DifferenceKind.RequiredArgumentAdded, Coordinates.Of(owner, argument.Name), $"An argument was added that must be given, of type {argument.Type}.")
                : new SchemaDifference(
                    DifferenceKind.OptionalArgumentAdded, Coordinates.Of(owner, argument.Name), $"An argument was added, of type {argument.Type}.")),
            .. arguments.Kept.SelectMany(argument => InputValueDifferences.Of(
                Coordinates.Of(owner, argument.Newer.Name), argument.Older, argument.Newer,
                changed: DifferenceKind.ArgumentTypeChanged, widened: DifferenceKind.ArgumentTypeWidened)),
        ];
    }
}
