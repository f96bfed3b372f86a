using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Collects the joins of the related rows that the answer of one row shows.</summary>
internal sealed class RowSql
{
    private readonly List<SqlFragment> _joins = [];
    private readonly List<SqlFragment> _orders = [];

    /// <summary>Joins a to-one relation; the row without a related one stays.</summary>
    public void Join(RowNode node)
    {
        var condition = Predicate.And(node.Match, node.Source.Visible).Sql;
        _joins.Add(node.IsByKey
            ? SqlFragment.Of($" left join {node.Source.From} on {condition}")
            : SqlFragment.Of($" left join lateral (select {new NamedColumns(node.Source)} from {node.Source.From} where {condition} limit 1) {(SqlAlias)node.Source} on true"));
    }

    /// <summary>Joins the rows of a list beside the row that it belongs to (<see cref="ListBeside"/>); the row without any stays.</summary>
    public void Join(ConnectionNode list)
    {
        var page = PageSql.Of(list);
        _joins.Add(SqlFragment.Of($" left join lateral {page.From} on true"));
        if (!ListBeside.IsOfOne(list)) _orders.Add(page.Order.OrderBy(reversed: false));
    }

    public SqlFragment Joins => SqlFragment.Join($"", _joins);

    /// <summary>By what the rows beside each other are ordered, the outer list first; null where there are none.</summary>
    public SqlFragment? Order => _orders.Count == 0 ? null : SqlFragment.Join($", ", _orders);

    /// <summary>Whether the joined row is there.</summary>
    public static SqlFragment IsPresent(TableSource joined) => SqlFragment.Of($"{joined[joined.Table.Key[0]]} is not null");
}
