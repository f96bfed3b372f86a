using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The rows of one page as a derived table, with the row beyond the page where it is asked for. What the answer shows of each row is
/// computed outside of it, so only for the rows of the page.</summary>
internal sealed class PageSql
{
    private PageSql(SqlFragment from, KeysetOrder order) => (From, Order) = (from, order);

    /// <summary>The derived table under the alias of the node's source.</summary>
    public SqlFragment From { get; }

    /// <summary>The order in terms of the derived table's columns.</summary>
    public KeysetOrder Order { get; }

    public static PageSql Of(ConnectionNode node)
    {
        if (IsWhole(node)) return new PageSql(node.Source.From, node.Order);
        var computed = new List<SqlFragment>();
        var order = new KeysetOrder([.. node.Order.Terms.Select(term => Column(node.Source, term, computed))]);
        var columns = SqlFragment.Of($"{new NamedColumns(node.Source)}") + SqlFragment.Join($"", computed);
        var size = (node.AsksForMore ? node.Window.Size.AndOneBeyond : node.Window.Size).Sql;
        var ranges = Ranges(node).Select(range => SqlFragment.Of(
            $"(select {columns} from {node.Source.From} where {range.Sql} order by {node.Order.OrderBy(node.Window.Backward)} limit {size})")).ToList();
        var alias = (SqlAlias)node.Source;
        var from = ranges.Count == 1
            ? SqlFragment.Of($"{ranges[0]} {alias}")
            : SqlFragment.Of($"(select {alias}.* from ({SqlFragment.Join($" union all ", ranges)}) {alias} order by {order.OrderBy(node.Window.Backward)} limit {size}) {alias}");
        return new PageSql(from, order);
    }

    /// <summary>The page has room for all rows that there can be, and nothing is asked of them but to be there.</summary>
    private static bool IsWhole(ConnectionNode node) =>
        node.Source.MostRows <= node.Window.Size.Stated && !node.AsksForMore && AllRows(node) == Predicate.True
        && node.Window is { Backward: false, After.Count: 0, Before.Count: 0 } && node.Order.Terms.All(term => term.Value.IsColumn);

    /// <summary>All rows of the connection, whatever the page.</summary>
    public static Predicate AllRows(ConnectionNode node) => Predicate.And(node.Source.Visible, node.Filter);

    /// <summary>There is a row on the other side of the cursor: before the page when it goes forward, after it when backward.</summary>
    public static SqlFragment HasOtherSide(ConnectionNode node)
    {
        var window = node.Window;
        var cursor = window.Backward ? window.Before : window.After;
        if (cursor.Count == 0) return SqlFragment.Of($"false");
        var ranges = node.Order.From(cursor, before: !window.Backward).RangesWithTheRow();
        return Predicate.Or(ranges.Select(range => Predicate.Of($"exists (select from {node.Source.From} where {Predicate.And(AllRows(node), range).Sql})"))).Sql;
    }

    /// <summary>The rows of the window, in ranges each of which is read no further than the page is long: a page deep in a list costs what the first
    /// one costs. With two cursors the one at which the reading begins makes the ranges.</summary>
    private static IEnumerable<Predicate> Ranges(ConnectionNode node)
    {
        var (window, all) = (node.Window, AllRows(node));
        var (begin, end) = window.Backward ? (window.Before, window.After) : (window.After, window.Before);
        if (begin.Count == 0 && end.Count == 0) return [all];
        if (begin.Count == 0) return node.Order.From(end, before: !window.Backward).Ranges().Select(range => Predicate.And(all, range));
        var ending = end.Count == 0 ? Predicate.True : node.Order.Beyond(end, before: !window.Backward);
        return node.Order.From(begin, before: window.Backward).Ranges().Select(range => Predicate.And(all, range, ending));
    }

    /// <summary>A computed term becomes a column of the derived table, to be computed once a row.</summary>
    private static OrderTerm Column(RowsSource source, OrderTerm term, List<SqlFragment> computed)
    {
        if (term.Value.IsColumn) return term;
        string name = $"order_{computed.Count}";
        computed.Add(SqlFragment.Of($", {term.Value} as {new SqlIdentifier(name)}"));
        return term with { Value = SqlFragment.Of($"{new SqlColumn(source, name) { IsComputed = true }}") };
    }
}
