using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Differences of the members of a union (spec 3.8), which have no coordinates of their own.</summary>
internal static class UnionDifferences
{
    public static IEnumerable<SchemaDifference> Of(UnionType older, UnionType newer)
    {
        var members = Pairing.Of([.. older.Members.Select(type => type.Name)], [.. newer.Members.Select(type => type.Name)]);
        return
        [
            .. members.Removed.Select(name => Difference(DifferenceKind.UnionMemberRemoved, name, "was removed")),
            .. members.Added.Select(name => Difference(DifferenceKind.UnionMemberAdded, name, "was added")),
        ];

        SchemaDifference Difference(DifferenceKind kind, string name, string how) =>
            new(kind, older.Name, $"The member {name} {how}.") { Member = name };
    }
}
