using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>What may go from a contract on a day: an element whose removal was announced in it for an earlier day; what is part of such
/// an element; and a type to which only such elements lead. Unions' members and types' interfaces can't be deprecated
/// (spec 3.13.3), so they go with their type, and a type goes when the way to it is replaced by another.</summary>
internal sealed class RemovalRule
{
    private const string OnlyDeprecated = "Only what was deprecated led to it.";

    private readonly DateOnly _day;
    private readonly Dictionary<string, SchemaElement> _elements;
    private readonly HashSet<string> _typesThatMayGo;

    /// <param name="contract">The contract in which removals were announced.</param>
    /// <param name="day">The business day of the new contract.</param>
    public RemovalRule(Schema contract, DateOnly day)
    {
        _day = day;
        _elements = SchemaElement.Of(contract).ToDictionary(element => element.Coordinate);
        _typesThatMayGo = FindTypesThatMayGo(contract);
    }

    /// <summary>Why a breaking difference is allowed; null where it is not.</summary>
    public string? Allows(SchemaDifference difference) => difference.Kind switch
    {
        DifferenceKind.RootTypeRemoved or DifferenceKind.RootTypeChanged => null,
        _ => Excuse(difference.Coordinate) ?? (difference.Member is { } member && _typesThatMayGo.Contains(member) ? OnlyDeprecated : null),
    };

    private string? Excuse(string coordinate)
    {
        for (string? at = coordinate; at is not null; at = OwnerOf(at))
        {
            if (ExpiredNotice(at) is { } notice) return $"It was announced: {notice.Reason}";
            if (_typesThatMayGo.Contains(at)) return OnlyDeprecated;
        }
        return null;
    }

    /// <summary>What an element is part of, by its coordinate alone, for it may be new.</summary>
    private static string? OwnerOf(string coordinate) =>
        coordinate.IndexOf('(', StringComparison.Ordinal) is > 0 and var argument ? coordinate[..argument]
        : coordinate.IndexOf('.', StringComparison.Ordinal) is > 0 and var member ? coordinate[..member]
        : null;

    private DeprecationNotice? ExpiredNotice(string coordinate) =>
        _elements.GetValueOrDefault(coordinate)?.DeprecationReason is { } reason
        && DeprecationNotice.Find(reason) is { } notice && notice.RemovalAfter < _day ? notice : null;

    /// <summary>Begins with every type that something leads to, and takes out, until nothing changes, those to which something leads that
    /// stays.</summary>
    private HashSet<string> FindTypesThatMayGo(Schema contract)
    {
        var waysTo = Ways(contract).ToLookup(way => way.To, way => way.From);
        var mayGo = waysTo.Select(way => way.Key).ToHashSet();
        foreach (var root in new[] { contract.Query, contract.Mutation, contract.Subscription }.OfType<ObjectType>()) mayGo.Remove(root.Name);
        while (mayGo.RemoveWhere(type => waysTo[type].Any(from => !IsLeaving(from))) > 0) { }
        return mayGo;

        bool IsLeaving(string coordinate)
        {
            for (string? at = coordinate; at is not null; at = OwnerOf(at))
            {
                if (mayGo.Contains(at) || ExpiredNotice(at) is not null) return true;
            }
            return false;
        }
    }

    private IEnumerable<(string From, string To)> Ways(Schema contract) =>
    [
        .. _elements.Values.Where(element => element.Type is not null).Select(element => (element.Coordinate, element.Type!.Named.Name)),
        .. contract.Types.Values.OfType<UnionType>().SelectMany(union => union.Members.Select(member => (union.Name, member.Name))),
    ];
}
