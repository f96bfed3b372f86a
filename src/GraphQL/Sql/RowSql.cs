using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Collects the joins of the related rows that the answer of one row shows.</summary>
internal sealed class RowSql
{
    private readonly List<SqlFragment> _joins = [];

    /// <summary>Joins a to-one relation; the row without a related one stays.</summary>
    public void Join(RowNode node)
    {
        var condition = Predicate.And(node.Match, node.Source.Visible).Sql;
        _joins.Add(node.IsByKey
            ? SqlFragment.Of($" left join {node.Source.From} on {condition}")
            : SqlFragment.Of($" left join lateral (select {(SqlAlias)node.Source}.* from {node.Source.From} where {condition} limit 1) {(SqlAlias)node.Source} on true"));
    }

    public SqlFragment Joins => SqlFragment.Join($"", _joins);

    /// <summary>Whether the joined row is there.</summary>
    public static SqlFragment IsPresent(RowNode node) => SqlFragment.Of($"{node.Source[node.Source.Table.Key[0]]} is not null");
}
