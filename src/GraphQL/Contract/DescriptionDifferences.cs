namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of descriptions, which change nothing for a program.</summary>
internal static class DescriptionDifferences
{
    public static IEnumerable<SchemaDifference> Of(string coordinate, string? older, string? newer) =>
        older == newer ? [] : [new(DifferenceKind.DescriptionChanged, coordinate, "The description changed.")];
}
