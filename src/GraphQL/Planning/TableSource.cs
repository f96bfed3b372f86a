using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>A table as one statement reads it, together with the policy that bounds its rows for the viewer. There is no
/// other way to read a table, and none without a policy.</summary>
public sealed class TableSource : SqlAlias
{
    private readonly Dictionary<RowPolicy, Predicate> _rules = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads a table under a policy.</summary>
    public TableSource(Table table, RowPolicy policy, PolicyScope scope)
    {
        scope.Budget.Table();
        (Table, Scope) = (table, scope);
        Visible = policy.For(this);
    }

    public Table Table { get; }

    /// <summary>The viewer's profile the policy was compiled for.</summary>
    public PolicyScope Scope { get; }

    /// <summary>True for the rows the viewer may see.</summary>
    public Predicate Visible { get; }

    /// <summary>The rows, of those that the viewer may see, for which a rule of a column holds; true where it holds for all of them.</summary>
    internal Predicate Allows(RowPolicy rule)
    {
        if (_rules.TryGetValue(rule, out var known)) return known;
        var condition = rule.For(this);
        return _rules[rule] = Visible.Implies(condition) ? Predicate.True : condition;
    }

    public SqlColumn this[Column column] =>
        column.Table == Table ? new SqlColumn(this, column.Name) : throw new ArgumentException($"{column} is not a column of {Table}.");

    /// <summary>The table's name with its alias, as it stands in FROM.</summary>
    public SqlFragment From => SqlFragment.Of($"{Table.Schema}.{Table.Name} {(SqlAlias)this}");

    /// <summary>The columns of a relation from this row to another, by the whole key.</summary>
    public Predicate Matches(Relation relation, TableSource related) =>
        Predicate.And(relation.Columns.Select(pair => Predicate.Of($"{this[pair.From]} = {related[pair.To]}")));
}
