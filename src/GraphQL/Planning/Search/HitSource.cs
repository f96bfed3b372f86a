using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>
/// What a search over several kinds of rows finds, as the rows of a query of its own: the kind, the key and the rank of each row that is found, a
/// branch for each kind, each under the policy of its rows.
/// </summary>
internal sealed class HitSource : RowsSource
{
    private readonly SqlAlias _query = new();
    private readonly List<SqlFragment> _branches = [];

    public override SqlFragment From => SqlFragment.Of($"{_query} {(SqlAlias)this}");

    /// <summary>Rows that the viewer may not see are not found, so all that is found is visible.</summary>
    public override Predicate Visible => Predicate.True;

    /// <summary>The place of the row's kind among those that are declared.</summary>
    public SqlColumn Kind => new(this, "kind");

    public SqlColumn District => new(this, "district");

    /// <summary>The row's own key.</summary>
    public SqlColumn Key => new(this, "key");

    /// <summary>By rank, and for rows of the same rank by kind and key.</summary>
    public KeysetOrder Order { get; }

    public HitSource() => Order = new KeysetOrder([Term("rank", SqlTypes.Integer), Term("kind", SqlTypes.Integer), Term("district", SqlTypes.Integer), Term("key", SqlTypes.Bigint)]);

    internal override string Name => "hits";

    /// <summary>The query as a common table expression: PostgreSQL computes it once, also where the page and its total are both asked for.</summary>
    internal override SqlFragment With => SqlFragment.Of($"{_query} as ({SqlFragment.Join($" union all ", _branches.DefaultIfEmpty(None))})");

    private static SqlFragment None => SqlFragment.Of($"select 0 as \"kind\", 0 as \"district\", 0::int8 as \"key\", 0 as \"rank\" where false");

    /// <summary>Adds the rows of a kind that are found.</summary>
    public void Add(int kind, TableSource row, RowSearch search)
    {
        var (district, key) = (row[row.Table.Key[0]], row[row.Table.Key[1]]);
        _branches.Add(SqlFragment.Of(
            $"select {new SqlInteger(kind)} as \"kind\", {district} as \"district\", {key} as \"key\", {search.Rank} as \"rank\" from {row.From} where {Predicate.And(row.Visible, search.Condition).Sql}"));
    }

    /// <summary>It was a row of this kind that was found.</summary>
    public Predicate Is(int kind) => Predicate.Of($"{Kind} = {new SqlInteger(kind)}");

    /// <summary>The row of this kind that was found.</summary>
    public Predicate Leads(int kind, TableSource row) => Predicate.And(
        Is(kind), Predicate.Of($"{row[row.Table.Key[0]]} = {District}"), Predicate.Of($"{row[row.Table.Key[1]]} = {Key}"));

    /// <summary>Where a column of the key of the row that was found stands.</summary>
    public SqlColumn Find(Column key) => key == key.Table.Key[0] ? District : Key;

    private OrderTerm Term(string name, SqlType type) => new(name, SqlFragment.Of($"{new SqlColumn(this, name)}"), type, IsNullable: false, Descending: false);
}
