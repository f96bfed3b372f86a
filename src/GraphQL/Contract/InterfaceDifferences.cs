using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of what an object or interface type implements (spec 3.6, 3.7).</summary>
internal static class InterfaceDifferences
{
    public static IEnumerable<SchemaDifference> Of(ComplexType older, ComplexType newer)
    {
        var interfaces = Pairing.Of([.. older.Interfaces.Select(type => type.Name)], [.. newer.Interfaces.Select(type => type.Name)]);
        return
        [
            .. interfaces.Removed.Select(name => Difference(DifferenceKind.InterfaceRemoved, name, "no longer implements")),
            .. interfaces.Added.Select(name => Difference(DifferenceKind.InterfaceAdded, name, "now implements")),
        ];

        SchemaDifference Difference(DifferenceKind kind, string name, string how) =>
            new(kind, older.Name, $"The type {how} {name}.") { Member = name };
    }
}
