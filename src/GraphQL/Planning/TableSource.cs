using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>A table as one statement reads it, together with the policy that bounds its rows for the viewer. There is no
/// other way to read a table, and none without a policy.</summary>
public sealed class TableSource : RowsSource
{
    private readonly Dictionary<RowPolicy, Predicate> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly RowPolicy _policy;
    private readonly (TableSource Row, Relation Path)? _parent;
    private readonly SqlFragment? _arguments;

    /// <summary>Reads a table under a policy.</summary>
    /// <param name="parent">The row, read by the same statement, to which all rows belong by a relation: they are matched with it by that.</param>
    /// <param name="arguments">What is given to a table that is a function of the database, with commas between.</param>
    public TableSource(
        Table table, RowPolicy policy, PolicyScope scope, (TableSource Row, Relation Path)? parent = null, SqlFragment? arguments = null)
    {
        scope.Budget.Table();
        (Table, Scope, _policy, _parent, _arguments) = (table, scope, policy, parent, arguments);
        Visible = policy.For(this);
    }

    public Table Table { get; }

    /// <summary>The viewer's profile the policy was compiled for.</summary>
    public PolicyScope Scope { get; }

    public override Predicate Visible { get; }

    /// <summary>The rows, of those that the viewer may see, for which a rule of a column holds; true where it holds for all of them.</summary>
    internal Predicate Allows(RowPolicy rule)
    {
        if (_rules.TryGetValue(rule, out var known)) return known;
        var condition = rule.For(this);
        return _rules[rule] = Visible.Implies(condition) ? Predicate.True : condition;
    }

    public SqlColumn this[Column column] =>
        column.Table == Table ? new SqlColumn(this, column.Name) : throw new ArgumentException($"{column} is not a column of {Table}.");

    public override SqlFragment From => _arguments is null
        ? SqlFragment.Of($"{Table.Schema}.{Table.Name} {(SqlAlias)this}")
        : SqlFragment.Of($"{Table.Schema}.{Table.Name}({_arguments}) {(SqlAlias)this}");

    internal override string Name => Table.ToString();

    /// <summary>The columns of a relation from this row to another, by the whole key.</summary>
    public Predicate Matches(Relation relation, TableSource related) =>
        Predicate.And(relation.Columns.Select(pair => Predicate.Equal(related[pair.To], SqlFragment.Of($"{this[pair.From]}"))));

    /// <summary>What is asked of the rows of an owner to be seen, where that is asked only of columns that the row has too, such as the district: said of the row
    /// itself, for a foreign key tells that the owner is there. Null where it asks more.</summary>
    internal Predicate? OfOwnColumns(Relation toOwner, TableSource owner) =>
        owner.Visible.SaidOf(column => toOwner.Columns.FirstOrDefault(pair => owner[pair.To] == column).From is { } mine ? this[mine] : null);

    /// <summary>What a policy says of the row's owner, where that is the row whose list this is: it is read by the statement already, so nothing is
    /// looked up, and nothing asked that it was read by. Null where it is another.</summary>
    internal Predicate? OfOwnerThatIsRead(Relation toOwner, RowPolicy policy)
    {
        if (_parent is not var (row, path) || row.Table != toOwner.To) return null;
        if (path.Columns.Count != toOwner.Columns.Count || !path.Columns.All(pair => toOwner.Columns.Contains((pair.To, pair.From)))) return null;
        var known = row._policy == policy ? Predicate.True : row.Allows(policy);
        // Of several owners another one may fulfil what this one does not.
        return toOwner.IsToMany && known != Predicate.True ? null : known;
    }
}
