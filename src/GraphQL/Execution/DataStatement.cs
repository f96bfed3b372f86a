using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The one data statement of an operation, and who reads which of its rows.</summary>
/// <param name="Slots">What to bind, $1 first.</param>
internal sealed record DataStatement(
    string Text,
    IReadOnlyList<Slot> Slots,
    IReadOnlyDictionary<string, KeyedBranch> References,
    IReadOnlyDictionary<RootNode, object> Roots)
{
    /// <summary>What is bound for one request.</summary>
    /// <exception cref="GraphQLRequestException">A page size, a cursor or an id can't be.</exception>
    public IReadOnlyList<(NpgsqlDbType Type, object? Value)> Parameters(SlotScope scope)
    {
        var bound = new (NpgsqlDbType, object?)[Slots.Count];
        for (int i = 0; i < bound.Length; i++) bound[i] = (Slots[i].DbType, Slots[i].Resolve(scope));
        return bound;
    }
}

/// <summary>A branch of the statement: the rows with its number.</summary>
internal abstract record Branch(int Number);

/// <summary>At most one row.</summary>
internal sealed record RowBranch(int Number, RowReader Shown, int RowCost) : Branch(Number);

/// <summary>Rows that are looked up by their keys and shown elsewhere.</summary>
internal sealed record KeyedBranch(int Number, IReadOnlyList<int> Key, FieldReader[] Fields, int RowCost) : Branch(Number);

/// <summary>What of a connection is known before its rows: the total, and whether there are rows on the other side of the cursor.</summary>
internal sealed record HeadBranch(int Number, int? TotalCount, int? OtherSide) : Branch(Number);

/// <summary>The rows of a page.</summary>
/// <param name="Keys">Of the cursor, where one is asked for.</param>
/// <param name="Shown">Readers of the rows for each place of the connection that shows them. Only where there is one, and its rows are written as
/// they come, lists stand beside them.</param>
internal sealed record PageBranch(int Number, CursorReader? Keys, IReadOnlyDictionary<string, RowReader> Shown) : Branch(Number)
{
    /// <summary>Of the rows that have a list beside them; null where none has.</summary>
    public RowReader? WithList => Shown.Values.FirstOrDefault(shown => shown.List is not null);

    public static string PlaceOf(ConnectionItem.Nodes nodes) => nodes.Key.Value;

    public static string PlaceOf(ConnectionItem.Edges edges, EdgeItem.Node node) => $"{edges.Key}.{node.Key}";
}

/// <summary>The branches of a page at the root.</summary>
internal sealed record ConnectionBranches(ConnectionNode Node, HeadBranch? Head, PageBranch? Page);
