using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>A rule of a column, beside the policy of its rows: where the viewer may see the row and not this value of it, the value is null, in
/// whatever it is asked for. It is part of the expression that stands for the column, so a filter, an order, a cursor or a measure of a
/// group can't read past it; and where the rule holds for every row that the viewer's profile sees, it is the column and nothing else.</summary>
internal static class ColumnRule
{
    /// <summary>The value under the rule.</summary>
    public static RowValue Apply(RowPolicy rule, RowValue value, SqlType type) => (row, arguments) =>
    {
        var allowed = row.Allows(rule);
        if (allowed == Predicate.True) return value(row, arguments);
        return allowed == Predicate.False
            ? SqlFragment.Of($"null::{type.Name}")
            : SqlFragment.Of($"(case when {allowed.Sql} then {value(row, arguments)} end)");
    };
}
