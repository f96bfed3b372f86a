namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of whether and why an element is deprecated (spec 3.13.3).</summary>
internal static class DeprecationDifferences
{
    public static IEnumerable<SchemaDifference> Of(string coordinate, string? older, string? newer) => (older, newer) switch
    {
        _ when older == newer => [],
        (null, _) => [new(DifferenceKind.DeprecationAdded, coordinate, newer!)],
        (_, null) => [new(DifferenceKind.DeprecationRemoved, coordinate, "It is no longer deprecated.")],
        _ => [new(DifferenceKind.DeprecationChanged, coordinate, $"The deprecation was \"{older}\" and is \"{newer}\".")],
    };
}
