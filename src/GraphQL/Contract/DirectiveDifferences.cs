using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of directives: which there are, where they may stand and how often, and their arguments (spec 3.13).</summary>
internal static class DirectiveDifferences
{
    public static IEnumerable<SchemaDifference> Of(
        OrderedDictionary<string, DirectiveDefinition> older, OrderedDictionary<string, DirectiveDefinition> newer)
    {
        var directives = Pairing.Of(older, newer);
        return
        [
            .. directives.Removed.Select(directive => new SchemaDifference(
                DifferenceKind.DirectiveRemoved, Coordinates.Of(directive), "The directive was removed.")),
            .. directives.Added.Select(directive => new SchemaDifference(
                DifferenceKind.DirectiveAdded, Coordinates.Of(directive), "The directive was added.")),
            .. directives.Kept.SelectMany(directive => OfDirective(Coordinates.Of(directive.Newer), directive.Older, directive.Newer)),
        ];
    }

    private static IEnumerable<SchemaDifference> OfDirective(string coordinate, DirectiveDefinition older, DirectiveDefinition newer) =>
    [
        .. OfLocations(coordinate, older.Locations, newer.Locations),
        .. OfRepeatable(coordinate, older.IsRepeatable, newer.IsRepeatable),
        .. ArgumentDifferences.Of(coordinate, older.Arguments, newer.Arguments),
        .. DeprecationDifferences.Of(coordinate, older.DeprecationReason, newer.DeprecationReason),
        .. DescriptionDifferences.Of(coordinate, older.Description, newer.Description),
    ];

    private static IEnumerable<SchemaDifference> OfLocations(string coordinate, IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var locations = Pairing.Of(older, newer);
        return
        [
            .. locations.Removed.Select(location => new SchemaDifference(
                DifferenceKind.DirectiveLocationRemoved, coordinate, $"It may no longer stand at {location}.")),
            .. locations.Added.Select(location => new SchemaDifference(
                DifferenceKind.DirectiveLocationAdded, coordinate, $"It may now stand at {location}.")),
        ];
    }

    private static IEnumerable<SchemaDifference> OfRepeatable(string coordinate, bool older, bool newer) => (older, newer) switch
    {
        (true, false) => [new(DifferenceKind.RepeatableRemoved, coordinate, "It may stand only once at a place.")],
        (false, true) => [new(DifferenceKind.RepeatableAdded, coordinate, "It may stand more than once at a place.")],
        _ => [],
    };
}
