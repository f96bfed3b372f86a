using System.Linq.Expressions;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>A row as a declaration speaks of it: columns by the entity's properties, and related rows under their own policies.</summary>
public readonly struct TableRow<T>
{
    private readonly TableSchemaBuilder _schema;
    private readonly TableSource _source;

    internal TableRow(TableSchemaBuilder schema, TableSource source) => (_schema, _source) = (schema, source);

    /// <summary>A column of the row.</summary>
    public SqlColumn this[Expression<Func<T, object?>> property] => _source[_schema.Model.ColumnOf(typeof(T), Member.Of(property))];

    /// <summary>A related row that the viewer may see fulfils the condition.</summary>
    public Predicate Some<TRelated>(Expression<Func<T, object?>> relation, Func<TableRow<TRelated>, Predicate> condition)
    {
        var (related, match) = Related<TRelated>(relation);
        return Predicate.Exists(related, Predicate.And(match, condition(new TableRow<TRelated>(_schema, related))));
    }

    /// <summary>The number of related rows that the viewer may see and that fulfil the condition.</summary>
    public SqlFragment Count<TRelated>(Expression<Func<T, object?>> relation, Func<TableRow<TRelated>, Predicate> condition)
    {
        var (related, match) = Related<TRelated>(relation);
        var rows = Predicate.And(related.Visible, match, condition(new TableRow<TRelated>(_schema, related)));
        return SqlFragment.Of($"(select count(*)::int4 from {related.From} where {rows.Sql})");
    }

    /// <summary>The sum of a column over the related rows that the viewer may see and that fulfil the condition; 0 where there is none.</summary>
    public SqlFragment Sum<TRelated>(
        Expression<Func<T, object?>> relation, Expression<Func<TRelated, object?>> column, Func<TableRow<TRelated>, Predicate>? condition = null)
    {
        var (value, rows) = Column(relation, column, condition ?? (_ => Predicate.True));
        return SqlFragment.Of($"(select coalesce(sum({value}), 0) {rows})");
    }

    /// <summary>The greatest value of a column over the related rows that the viewer may see and that fulfil the condition; null where there is none.</summary>
    public SqlFragment Max<TRelated>(
        Expression<Func<T, object?>> relation, Expression<Func<TRelated, object?>> column, Func<TableRow<TRelated>, Predicate> condition)
    {
        var (value, rows) = Column(relation, column, condition);
        return SqlFragment.Of($"(select max({value}) {rows})");
    }

    /// <summary>Both rows are the same, by the whole key.</summary>
    public Predicate Is<TOther>(TableRow<TOther> other, params IEnumerable<(Expression<Func<T, object?>> Mine, Expression<Func<TOther, object?>> Theirs)> keys)
    {
        var mine = this;
        return Predicate.And(keys.Select(key => Predicate.Equal(mine[key.Mine], SqlFragment.Of($"{other[key.Theirs]}"))));
    }

    /// <summary>The period of the row contains the day: it starts on or before it, and ends after it or not at all.</summary>
    public Predicate Contains(Expression<Func<T, object?>> startsOn, Expression<Func<T, object?>> endsOn, SqlFragment day) =>
        Predicate.Of($"({this[startsOn]} <= {day} and ({this[endsOn]} is null or {day} < {this[endsOn]}))");

    private (SqlColumn Value, SqlFragment Rows) Column<TRelated>(
        Expression<Func<T, object?>> relation, Expression<Func<TRelated, object?>> column, Func<TableRow<TRelated>, Predicate> condition)
    {
        var (related, match) = Related<TRelated>(relation);
        var row = new TableRow<TRelated>(_schema, related);
        return (row[column], SqlFragment.Of($"from {related.From} where {Predicate.And(related.Visible, match, condition(row)).Sql}"));
    }

    private (TableSource Related, Predicate Match) Related<TRelated>(Expression<Func<T, object?>> relation)
    {
        var path = _schema.Model.RelationOf(typeof(T), Member.Of(relation));
        var related = _schema.Read(typeof(TRelated), _source.Scope);
        return (related, _source.Matches(path, related));
    }
}
