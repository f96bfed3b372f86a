using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of what a scalar is specified by (spec 3.5).</summary>
internal static class ScalarDifferences
{
    public static IEnumerable<SchemaDifference> Of(ScalarType older, ScalarType newer) => (older.SpecifiedByUrl, newer.SpecifiedByUrl) switch
    {
        var (before, after) when before == after => [],
        (null, var after) => [new(DifferenceKind.SpecifiedByAdded, older.Name, $"It is specified by {after}.")],
        (var before, null) => [new(DifferenceKind.SpecifiedByChanged, older.Name, $"It is no longer specified by {before}.")],
        var (before, after) => [new(DifferenceKind.SpecifiedByChanged, older.Name, $"It was specified by {before} and is by {after}.")],
    };
}
