using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>What is computed of the values of a group's rows.</summary>
/// <param name="Name">In the contract.</param>
/// <param name="Type">What comes of it.</param>
/// <param name="IsNullable">It is null where no row has a value.</param>
/// <param name="Of">The aggregate over a value of the rows; the second part is its filter, or empty.</param>
internal sealed record Measure(string Name, string Description, SqlType Type, bool IsNullable, int Cost, Func<SqlColumn, SqlFragment, SqlFragment> Of)
{
    /// <summary>What there is of values of a type; nothing for types that are neither numbers nor dates.</summary>
    public static IReadOnlyList<Measure> Over(SqlType type)
    {
        if (type == SqlTypes.Date) return [Min(type), Max(type), Different];
        return SumOf(type) is { } sum ? [Sum(sum), Average, Median, Min(type), Max(type), Different] : [];
    }

    /// <summary>The number of rows.</summary>
    public static SqlFragment Count(SqlFragment filter) => SqlFragment.Of($"count(*){filter}");

    /// <summary>The number of different values, of which each is one or two columns; rows without one don't count.</summary>
    public static SqlFragment CountDifferent(IReadOnlyList<SqlColumn> value, Predicate? condition)
    {
        if (value.Count == 1) return SqlFragment.Of($"count(distinct {value[0]}){Filter(condition)}");
        var isThere = Predicate.Of($"{value[^1]} is not null");
        var columns = SqlFragment.Join($", ", value.Select(column => SqlFragment.Of($"{column}")));
        return SqlFragment.Of($"count(distinct ({columns})){Filter(condition is null ? isThere : Predicate.And(isThere, condition))}");
    }

    /// <summary>The filter of an aggregate; empty where there is none.</summary>
    public static SqlFragment Filter(Predicate? condition) =>
        condition is null ? SqlFragment.Of($"") : SqlFragment.Of($" filter (where {condition.Sql})");

    private static readonly Measure Average = new("average", "The average; null where no row has a value.", SqlTypes.Double, IsNullable: true, CostWeights.Measure,
        (value, filter) => SqlFragment.Of($"(avg({value}){filter})::float8"));

    private static readonly Measure Median = new("median", "The median, between two middle values halfway; null where no row has a value.", SqlTypes.Double, IsNullable: true,
        CostWeights.Median, (value, filter) => SqlFragment.Of($"percentile_cont(0.5) within group (order by ({value})::float8){filter}"));

    private static readonly Measure Different = new("countDistinct", "The number of different values.", SqlTypes.Bigint, IsNullable: false, CostWeights.Median,
        (value, filter) => SqlFragment.Of($"count(distinct {value}){filter}"));

    private static Measure Sum(SqlType type) => new("sum", "The sum; 0 where no row has a value.", type, IsNullable: false, CostWeights.Measure,
        (value, filter) => SqlFragment.Of($"coalesce(sum({value}){filter}, 0)"));

    private static Measure Min(SqlType type) => new("min", "The smallest value; null where no row has one.", type, IsNullable: true, CostWeights.Measure,
        (value, filter) => SqlFragment.Of($"min({value}){filter}"));

    private static Measure Max(SqlType type) => new("max", "The greatest value; null where no row has one.", type, IsNullable: true, CostWeights.Measure,
        (value, filter) => SqlFragment.Of($"max({value}){filter}"));

    /// <summary>PostgreSQL's type of a sum: wide enough for as many rows as a table has.</summary>
    private static SqlType? SumOf(SqlType type) =>
        type == SqlTypes.Smallint || type == SqlTypes.Integer ? SqlTypes.Bigint
        : type == SqlTypes.Bigint || type == SqlTypes.Decimal ? SqlTypes.Decimal
        : type == SqlTypes.Double ? SqlTypes.Double
        : null;
}
