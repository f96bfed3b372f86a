using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>What an operation costs at most with its variables: the sizes of pages inside pages multiplied, by the weights of
/// <see cref="CostWeights"/>. Each list is bounded by itself; this bounds them together, before anything runs.</summary>
/// <param name="Rows">Rows of lists.</param>
/// <param name="Cost">Everything.</param>
/// <param name="Bytes">The answer's size as far as it can be told: names, which every row repeats, and values of a usual length.</param>
internal readonly record struct OperationCost(double Rows, double Cost, double Bytes)
{
    private const int UsualValue = 24;
    private const int Punctuation = 4;

    // Pages inside pages grow past every whole number; a sum that is not exact up there does no harm.

    /// <exception cref="GraphQLRequestException">It is more than the limits.</exception>
    public static OperationCost Estimate(OperationPlan plan, SlotScope scope, OperationLimits limits)
    {
        var all = plan.Roots.Aggregate(default(OperationCost), (sum, root) => sum + OfRoot(root, scope));
        if (all.Rows > limits.MaxRows)
            throw OperationBudget.Exceeded($"asks for more than {limits.MaxRows} rows at once: ask for smaller pages inside pages");
        if (all.Cost > limits.MaxCost)
            throw OperationBudget.Exceeded($"costs {all.Cost:0}, and one may cost {limits.MaxCost}: ask for smaller pages, or in several operations");
        if (all.Bytes > limits.MaxAnswerBytes)
            throw OperationBudget.Exceeded($"asks for an answer of some {all.Bytes / (1 << 20):0} MiB, and one may have {limits.MaxAnswerBytes >> 20}: ask for smaller pages, fewer values or shorter names");
        return all;
    }

    /// <summary>What finding the rows of a list costs, whatever their number.</summary>
    public static int OfList(ConnectionNode list)
    {
        bool total = list.Items.Any(item => item is ConnectionItem.TotalCount);
        bool otherSide = list.Items.Any(item => item is ConnectionItem.PageInfo);
        return CostWeights.List + list.SearchCost + (total ? CostWeights.TotalCount : 0) + (otherSide ? CostWeights.OtherSide : 0);
    }

    /// <summary>What each row of a list costs, without the rows of the lists inside it.</summary>
    public static int OfRow(ConnectionNode list) => OfRow(Shown(list));

    /// <summary>What a row costs, with the rows it leads to, without those of lists.</summary>
    public static int OfRow(IEnumerable<SelectionNode> selections)
    {
        int cost = CostWeights.Row, values = 0;
        foreach (var node in selections)
        {
            switch (node)
            {
                case ColumnNode { Value: var value } when value.ReadsTable: cost += CostWeights.ComputedValue; break;
                case RowNode related: cost += OfRow(related.Selections); break;
                case OneOfNode one: cost += one.Rows.Select(row => OfRow(row.Selections)).DefaultIfEmpty().Max(); break;
                case ObjectNode part: cost += OfRow(part.Selections) - CostWeights.Row; break;
                case ConnectionNode list: cost += OfList(list); break;
                default: values++; break;
            }
        }
        return cost + (values / CostWeights.ValuesPerPoint);
    }

    public static OperationCost operator +(OperationCost left, OperationCost right) => new(left.Rows + right.Rows, left.Cost + right.Cost, left.Bytes + right.Bytes);

    private static OperationCost OfCost(int cost) => new(0, cost, 0);

    /// <summary>Of a row and the rows it leads to, without the rows of lists.</summary>
    private static int BytesOf(IEnumerable<SelectionNode> selections) => selections.Sum(node => Punctuation + node.Key.Value.Length + node switch
    {
        RowNode related => BytesOf(related.Selections),
        OneOfNode one => one.Rows.Select(row => BytesOf(row.Selections)).DefaultIfEmpty().Max(),
        ObjectNode part => BytesOf(part.Selections),
        ConnectionNode list => list.Items.Sum(item => Punctuation + item.Key.Value.Length),
        _ => UsualValue,
    });

    private OperationCost Times(double rows) => new(Rows * rows, Cost * rows, Bytes * rows);

    private static OperationCost OfRoot(RootNode root, SlotScope scope) => OfCost(CostWeights.Root) + root switch
    {
        RootNode.Data { Node: ConnectionNode list } => OfCost(OfList(list)) + RowsOf(list, scope),
        RootNode.Data { Node: RowNode row } => OfRowWithLists(row.Selections, scope),
        RootNode.ManyById many => many.ByType.Select(type => OfRowWithLists(type.Rows.Selections, scope))
            .Aggregate(default(OperationCost), Greater).Times(many.Ids.Values(scope.Variables).Count()),
        RootNode.Memory { Items: { } items } memory => OfCost(CostWeights.Feed) + memory.References
            .Select(reference => OfRowWithLists(reference.Rows.Selections, scope)).Aggregate(new OperationCost(1, 0, 0), Greater).Times(items.PageSize(scope)),
        RootNode.Memory memory => memory.References.Aggregate(
            OfCost(memory.Cost + (memory.IsMutation ? CostWeights.Mutation : 0)),
            (sum, reference) => sum + OfRowWithLists(reference.Rows.Selections, scope)),
        _ => default,
    };

    private static OperationCost Greater(OperationCost left, OperationCost right) =>
        new(Math.Max(left.Rows, right.Rows), Math.Max(left.Cost, right.Cost), Math.Max(left.Bytes, right.Bytes));

    /// <summary>Nothing where only what needs no row is asked, such as the total.</summary>
    private static OperationCost RowsOf(ConnectionNode list, SlotScope scope) =>
        list.Items.Any(item => item is ConnectionItem.Nodes or ConnectionItem.Edges or ConnectionItem.PageInfo)
            ? (new OperationCost(1, 0, 0) + OfRowWithLists(Shown(list), scope)).Times(list.Window.Size.PageSize(scope))
            : default;

    private static OperationCost OfRowWithLists(IReadOnlyList<SelectionNode> selections, SlotScope scope) =>
        ListsIn(selections).Aggregate(new OperationCost(0, OfRow(selections), BytesOf(selections)), (sum, list) => sum + RowsOf(list, scope));

    /// <summary>The lists inside a row and the rows it leads to.</summary>
    private static IEnumerable<ConnectionNode> ListsIn(IEnumerable<SelectionNode> selections) => selections.SelectMany(node => node switch
    {
        ConnectionNode list => [list],
        RowNode related => ListsIn(related.Selections),
        // Of each type its own: which of them are there nobody knows before.
        OneOfNode one => one.Rows.SelectMany(row => ListsIn(row.Selections)),
        ObjectNode part => ListsIn(part.Selections),
        _ => Enumerable.Empty<ConnectionNode>(),
    });

    /// <summary>What of its rows a list shows, in whichever of its fields.</summary>
    private static List<SelectionNode> Shown(ConnectionNode list) =>
    [
        .. list.Items.SelectMany(item => item switch
        {
            ConnectionItem.Nodes nodes => nodes.Selections,
            ConnectionItem.Edges edges => edges.Items.OfType<EdgeItem.Node>().SelectMany(node => node.Selections),
            _ => [],
        }),
    ];
}
