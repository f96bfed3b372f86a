using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>A condition of a statement, simplified while it is put together.</summary>
public sealed class Predicate
{
    private enum Kind { Single, All, Any }

    private readonly Kind _kind;
    private readonly IReadOnlyList<Predicate> _terms;

    private Predicate(SqlFragment sql, Kind kind = Kind.Single, IReadOnlyList<Predicate>? terms = null) =>
        (Sql, _kind, _terms) = (sql, kind, terms ?? []);

    public SqlFragment Sql { get; }

    /// <summary>The column that it says to equal something.</summary>
    private SqlColumn? Fixed { get; init; }

    public static readonly Predicate True = new(SqlFragment.Of($"true"));
    public static readonly Predicate False = new(SqlFragment.Of($"false"));

    public static Predicate Of(SqlInterpolation sql) => new(SqlFragment.Of(sql));

    /// <summary>The column of the rows that are read equals something that is the same for all of them: a value of the request, or a column of
    /// the row that they belong to.</summary>
    public static Predicate Equal(SqlColumn column, SqlFragment value) => new(SqlFragment.Of($"{column} = {value}")) { Fixed = column };

    /// <summary>All of them; true where there is none.</summary>
    public static Predicate And(params IEnumerable<Predicate> terms) => Combine(terms, True, False, Kind.All, SqlFragment.Of($" and "));

    /// <summary>At least one of them; false where there is none. One that says no more than another is left out: of "a, or a and b" stays a.</summary>
    public static Predicate Or(params IEnumerable<Predicate> terms)
    {
        var kept = new List<Predicate>();
        foreach (var term in terms)
        {
            if (kept.Exists(term.Implies)) continue;
            kept.RemoveAll(other => other.Implies(term));
            kept.Add(term);
        }
        return Combine(kept, False, True, Kind.Any, SqlFragment.Of($" or "));
    }

    /// <summary>Whether all rows that fulfil the condition have the same value there.</summary>
    internal bool Fixes(SqlFragment value) => value.Parts is [SqlPart.Column column]
        && (Fixed is { } mine ? mine.Source == column.Source && mine.Name == column.Name : _kind == Kind.All && _terms.Any(term => term.Fixes(value)));

    /// <summary>The same said of other columns that have the same values; null where it asks for more than those, or reads a table.</summary>
    /// <param name="columns">What stands in place of a column; null where nothing can.</param>
    internal Predicate? SaidOf(Func<SqlColumn, SqlColumn?> columns)
    {
        if (_kind != Kind.Single)
        {
            var terms = _terms.Select(term => term.SaidOf(columns)).ToList();
            return terms.Contains(null) ? null : _kind == Kind.All ? And(terms!) : Or(terms!);
        }
        var parts = Sql.Parts.Select(part => part is SqlPart.Column(var source, var name)
            ? columns(new SqlColumn(source, name)) is { } other ? new SqlPart.Column(other.Source, other.Name) : null
            : part is SqlPart.Alias ? null : part).ToList();
        if (parts.Contains(null)) return null;
        return new Predicate(new SqlFragment([.. parts!])) { Fixed = Fixed is { } mine ? columns(mine) : null };
    }

    /// <summary>The rows for which the condition is false or unknown: a row is in a filter or in its negation, never in neither.</summary>
    public static Predicate Not(Predicate term) =>
        term == True ? False : term == False ? True : Of($"({term.Sql}) is not true");

    /// <summary>There is a row the viewer may see that fulfils the condition.</summary>
    public static Predicate Exists(TableSource row, Predicate condition)
    {
        var rows = And(row.Visible, condition);
        return rows == False ? False : Of($"exists (select from {row.From} where {rows.Sql})");
    }

    /// <summary>Whether the other one is seen to hold for every row for which this one does: by its form, so a false answer says nothing.</summary>
    internal bool Implies(Predicate other)
    {
        if (this == False || other == True || SqlEquivalence.AreSame(Sql, other.Sql)) return true;
        if (_kind == Kind.Any) return _terms.All(term => term.Implies(other));
        if (other._kind == Kind.All) return other._terms.All(Implies);
        return (other._kind == Kind.Any && other._terms.Any(Implies)) || (_kind == Kind.All && _terms.Any(term => term.Implies(other)));
    }

    private static Predicate Combine(IEnumerable<Predicate> terms, Predicate neutral, Predicate absorbing, Kind kind, SqlFragment between)
    {
        var kept = terms.Where(t => t != neutral).ToList();
        if (kept.Contains(absorbing)) return absorbing;
        return kept.Count switch
        {
            0 => neutral,
            1 => kept[0],
            _ => new Predicate(SqlFragment.Of($"({SqlFragment.Join($"{between}", kept.Select(t => t.Sql))})"), kind, kept),
        };
    }
}
