using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>
/// Groups of a table's rows, as the rows of a query of their own: a column for each part of a key and for each aggregate that is asked for,
/// whether shown, in a condition or in an order. What they are computed of stands in a derived table below, once for each row.
/// </summary>
internal sealed class GroupSource(TableSource rows, Predicate filter) : RowsSource
{
    /// <summary>No page has as many.</summary>
    private const int MostCounted = 10_000;

    private readonly SqlAlias _query = new(), _row = new();
    private readonly List<SqlFragment> _joins = [];
    private readonly List<SqlFragment> _values = [];
    private readonly List<SqlColumn> _keys = [];
    private readonly List<SqlFragment> _aggregates = [];
    private int? _most = 1;

    /// <summary>The rows that are grouped.</summary>
    public TableSource Rows => rows;

    public override SqlFragment From => SqlFragment.Of($"{_query} {(SqlAlias)this}");

    /// <summary>Rows that the viewer may not see are in no group, so every group is visible.</summary>
    public override Predicate Visible => Predicate.True;

    /// <summary>A group for each value of each key.</summary>
    internal override int? MostRows => _most;

    internal override string Name => $"{rows.Table}#groups";

    /// <summary>The query as a common table expression: PostgreSQL computes it once, also where the page and its total are both asked for.</summary>
    internal override SqlFragment With
    {
        get
        {
            var keys = _keys.Select((key, i) => SqlFragment.Of($"{key} as {KeyName(i)}"));
            var aggregates = _aggregates.Select((aggregate, i) => SqlFragment.Of($"{aggregate} as {AggregateName(i)}"));
            var by = _keys.Count == 0 ? SqlFragment.Of($"()") : SqlFragment.Join($", ", _keys.Select(key => SqlFragment.Of($"{key}")));
            return SqlFragment.Of($"{_query} as (select {SqlFragment.Join($", ", keys.Concat(aggregates))} from {Values} {_row} group by {by})");
        }
    }

    /// <summary>Joins a related row, at most one; rows without one, or with one that the viewer may not see, stay.</summary>
    /// <param name="isUnique">No second row can match.</param>
    public void Join(TableSource related, Predicate match, bool isUnique)
    {
        var condition = Predicate.And(match, related.Visible).Sql;
        _joins.Add(isUnique
            ? SqlFragment.Of($" left join {related.From} on {condition}")
            : SqlFragment.Of($" left join lateral (select {new NamedColumns(related)} from {related.From} where {condition} limit 1) {(SqlAlias)related} on true"));
    }

    /// <summary>A value of each row, to be grouped by or to be aggregated.</summary>
    public SqlColumn Value(SqlFragment value) => new(_row, ValueName(IndexOf(_values, value)).Name);

    /// <summary>Groups by a value of the rows; what it is of a group is the column.</summary>
    /// <param name="most">How many different ones there are, null among them; null where that is not known.</param>
    public SqlColumn Key(SqlFragment value, int? most)
    {
        var key = Value(value);
        int index = _keys.IndexOf(key);
        if (index < 0)
        {
            _keys.Add(key);
            _most = _most is < MostCounted && most is < MostCounted ? _most * most : null;
            index = _keys.Count - 1;
        }
        return new SqlColumn(this, KeyName(index).Name);
    }

    /// <summary>An aggregate over values of the rows, computed once however often it is asked for.</summary>
    public SqlColumn Aggregate(SqlFragment aggregate) => new(this, AggregateName(IndexOf(_aggregates, aggregate)).Name);

    private static SqlIdentifier ValueName(int index) => Named("v", index);

    private static SqlIdentifier KeyName(int index) => Named("k", index);

    private static SqlIdentifier AggregateName(int index) => Named("a", index);

    private static SqlIdentifier Named(string kind, int index) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}{index}"));

    private SqlFragment Values
    {
        get
        {
            var values = SqlFragment.Join($", ", _values.Select((value, i) => SqlFragment.Of($"{value} as {ValueName(i)}")));
            // A value that other rows are read for is not to be computed again for every aggregate over it.
            var fence = _values.Exists(value => value.ReadsTable) ? SqlFragment.Of($" offset 0") : SqlFragment.Of($"");
            return SqlFragment.Of(
                $"(select {values} from {rows.From}{SqlFragment.Join($"", _joins)} where {Predicate.And(rows.Visible, filter).Sql}{fence})");
        }
    }

    private static int IndexOf(List<SqlFragment> known, SqlFragment fragment)
    {
        int index = known.FindIndex(one => SqlEquivalence.AreSame(one, fragment));
        if (index >= 0) return index;
        known.Add(fragment);
        return known.Count - 1;
    }
}
