using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of the schema itself: what its root types are (spec 3.3.1).</summary>
internal static class RootTypeDifferences
{
    private const string Coordinate = "schema";

    public static IEnumerable<SchemaDifference> Of(Schema older, Schema newer) =>
    [
        .. Enum.GetValues<OperationKind>().Select(kind => OfRoot(kind, older.RootType(kind), newer.RootType(kind))).OfType<SchemaDifference>(),
        .. DescriptionDifferences.Of(Coordinate, older.Description, newer.Description),
    ];

    private static SchemaDifference? OfRoot(OperationKind kind, ObjectType? older, ObjectType? newer)
    {
        string operation = kind.ToString().ToLowerInvariant();
        return (older, newer) switch
        {
            _ when older?.Name == newer?.Name => null,
            (_, null) => new(DifferenceKind.RootTypeRemoved, Coordinate, $"There is no {operation} any more."),
            (null, _) => new(DifferenceKind.RootTypeAdded, Coordinate, $"A {operation} is possible: {newer}."),
            _ => new(DifferenceKind.RootTypeChanged, Coordinate, $"The root of a {operation} is {newer} and no longer {older}."),
        };
    }
}
