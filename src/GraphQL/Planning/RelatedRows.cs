using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>The related rows of a row that the viewer may see and that fulfil a filter, as a value of the row: their number, or the least or
/// greatest of a value of theirs.</summary>
internal sealed class RelatedRows
{
    private RelatedRows(TableSource source, Predicate condition) => (Source, Rows) = (source, SqlFragment.Of($"from {source.From} where {condition.Sql}"));

    /// <summary>The related table.</summary>
    public TableSource Source { get; }

    private SqlFragment Rows { get; }

    public static RelatedRows Of(RowType target, RowMatch match, TableSource row, InputValue? where, string path)
    {
        var related = target.Read(row.Scope);
        return new RelatedRows(related, Predicate.And(
            related.Visible, match(row, related, FieldArguments.None), FilterPlanner.Plan(target, related, where, path)));
    }

    /// <summary>The number of rows; never null.</summary>
    public static SqlFragment Count(RowType target, RowMatch match, TableSource row, InputValue? where, string path) => Of(target, match, row, where, path).Count();

    /// <summary>The number of rows; never null.</summary>
    public SqlFragment Count() => SqlFragment.Of($"(select count(*)::int4 {Rows})");

    /// <summary>The least value; null where no row has one.</summary>
    public SqlFragment Least(SqlFragment value, SqlType type) => type == SqlTypes.Boolean
        ? SqlFragment.Of($"(select bool_and({value}) {Rows})")
        : SqlFragment.Of($"(select min({value}) {Rows})");

    /// <summary>The greatest value; null where no row has one.</summary>
    public SqlFragment Greatest(SqlFragment value, SqlType type) => type == SqlTypes.Boolean
        ? SqlFragment.Of($"(select bool_or({value}) {Rows})")
        : SqlFragment.Of($"(select max({value}) {Rows})");
}
