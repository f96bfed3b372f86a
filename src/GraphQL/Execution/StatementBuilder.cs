using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Makes one statement of all that an operation reads: a branch for each root field, and for each field of objects in
/// memory that points to rows. Branches that are shown elsewhere than where they are read come first.</summary>
internal sealed class StatementBuilder
{
    private readonly List<(StatementColumns Columns, Func<SqlFragment, SqlFragment> Select)> _branches = [];
    private readonly List<SqlFragment> _with = [];

    /// <summary>The statement; null for an operation that reads no table.</summary>
    public static DataStatement? Build(OperationPlan plan)
    {
        var builder = new StatementBuilder();
        var references = new Dictionary<string, KeyedBranch>();
        var roots = new Dictionary<RootNode, object>(ReferenceEqualityComparer.Instance);

        foreach (var reference in plan.Roots.OfType<RootNode.Memory>().SelectMany(root => root.References))
            references.TryAdd(reference.Place, builder.Keyed(reference.Rows));
        foreach (var root in plan.Roots.OfType<RootNode.ManyById>())
            roots[root] = root.ByType.ToDictionary(rows => rows.Type.Type.Name, rows => builder.Keyed(rows.Rows));
        foreach (var root in plan.Roots.OfType<RootNode.Data>())
            roots[root] = root.Node is ConnectionNode page ? builder.Connection(page) : builder.Row((RowNode)root.Node);

        return builder._branches.Count == 0 ? null : builder.Finish(references, roots);
    }

    private DataStatement Finish(Dictionary<string, KeyedBranch> references, Dictionary<RootNode, object> roots)
    {
        var columns = _branches.ConvertAll(b => b.Columns);
        var selects = _branches.Select((branch, i) => branch.Select(branch.Columns.Select(i, columns)));
        var statement = _branches.Count == 1
            ? selects.Single()
            : SqlFragment.Join($" union all ", selects.Select(select => SqlFragment.Of($"({select})")));
        if (_with.Count > 0) statement = SqlFragment.Of($"with {SqlFragment.Join($", ", _with)} {statement}");
        var (text, slots) = SqlWriter.Write(statement);
        return new DataStatement(text, slots, references, roots);
    }

    private RowBranch Row(RowNode node)
    {
        var (columns, row) = Begin();
        var shown = RowReaderBuilder.BuildWithList(source: null, node.Selections, columns, row);
        return new RowBranch(
            End(columns, list => SqlFragment.Of($"select {list} from {Rows(node, limit: true)}{row.Joins}{OrderBy(row.Order)}")), shown, OperationCost.OfRow(node.Selections));
    }

    private KeyedBranch Keyed(RowNode node)
    {
        var (columns, row) = Begin();
        var key = RowReaderBuilder.Key(node.Source, columns);
        var fields = RowReaderBuilder.Build(node.Selections, columns, row);
        return new KeyedBranch(End(columns, list => SqlFragment.Of($"select {list} from {Rows(node, limit: false)}{row.Joins}")), key, fields, OperationCost.OfRow(node.Selections));
    }

    private static SqlFragment OrderBy(SqlFragment? order) => order is null ? SqlFragment.Of($"") : SqlFragment.Of($" order by {order}");

    private static SqlFragment Rows(RowNode node, bool limit)
    {
        var end = limit ? SqlFragment.Of($" limit 1") : SqlFragment.Of($"");
        var condition = Predicate.And(node.Match, node.Source.Visible).Sql;
        return SqlFragment.Of($"(select {new NamedColumns(node.Source)} from {node.Source.From} where {condition}{end}) {(SqlAlias)node.Source}");
    }

    private ConnectionBranches Connection(ConnectionNode node)
    {
        if (node.Source.With is { } with) _with.Add(with);
        return new ConnectionBranches(node, Head(node), Page(node));
    }

    /// <summary>A row of its own, for it is there even when the page is empty, and when nothing is asked of it.</summary>
    private HeadBranch? Head(ConnectionNode node)
    {
        bool total = node.Items.Any(item => item is ConnectionItem.TotalCount);
        bool otherSide = node.AsksForOtherSide;
        if (!total && !otherSide && !AsksNothing(node)) return null;

        var (columns, _) = Begin();
        int? totalOrdinal = total
            ? columns.Add(SqlFragment.Of($"(select count(*) from {node.Source.From} where {PageSql.AllRows(node).Sql})"), SqlTypes.Bigint)
            : null;
        int? otherOrdinal = otherSide ? columns.Add(PageSql.HasOtherSide(node), SqlTypes.Boolean) : null;
        return new HeadBranch(End(columns, list => SqlFragment.Of($"select {list}")), totalOrdinal, otherOrdinal);
    }

    private PageBranch? Page(ConnectionNode node)
    {
        var lists = node.Items.Where(item => item is ConnectionItem.Nodes or ConnectionItem.Edges).ToList();
        bool cursors = node.Asks(PageInfoField.StartCursor) || node.Asks(PageInfoField.EndCursor)
            || lists.OfType<ConnectionItem.Edges>().Any(edges => edges.Items.Any(item => item is EdgeItem.Cursor));
        if (lists.Count == 0 && !cursors && !node.AsksForMore) return null;

        var (columns, row) = Begin();
        var page = PageSql.Of(node);
        var keys = cursors ? new CursorReader(page.Order, columns) : null;
        var places = lists.SelectMany(RowSelections).ToList();
        bool isStreamed = places.Count == 1 && lists.Count == 1 && lists[0] == node.Streamed;
        var shown = places.ToDictionary(place => place.Place, place => isStreamed && node.Source is TableSource { Table.Key.Count: > 0 } source
            ? RowReaderBuilder.BuildWithList(source, place.Selections, columns, row)
            : new RowReader(RowReaderBuilder.Build(place.Selections, columns, row)));
        var order = page.Order.OrderBy(node.Window.Backward);
        int number = End(columns, list => SqlFragment.Of(
            $"select {list} from {page.From}{row.Joins}{OrderBy(row.Order is { } inner ? SqlFragment.Of($"{order}, {inner}") : order)}"));
        return new PageBranch(number, keys, shown);
    }

    /// <summary>Where a list shows its rows, and what of them.</summary>
    private static IEnumerable<(string Place, IReadOnlyList<SelectionNode> Selections)> RowSelections(ConnectionItem list) => list switch
    {
        ConnectionItem.Nodes nodes => [(PageBranch.PlaceOf(nodes), nodes.Selections)],
        ConnectionItem.Edges edges => edges.Items.OfType<EdgeItem.Node>().Select(node => (PageBranch.PlaceOf(edges, node), node.Selections)),
        _ => [],
    };

    private static bool AsksNothing(ConnectionNode node) => node.Items.All(item => item
        is ConnectionItem.Typename or ConnectionItem.Fault || item is ConnectionItem.PageInfo info && info.Items.All(field => field.Field == PageInfoField.Typename));

    private (StatementColumns Columns, RowSql Row) Begin() =>
        (new StatementColumns(_branches.Count == 0 ? 1 : _branches[^1].Columns.End), new RowSql());

    private int End(StatementColumns columns, Func<SqlFragment, SqlFragment> select)
    {
        _branches.Add((columns, select));
        return _branches.Count - 1;
    }
}
