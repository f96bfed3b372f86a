using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>Plans counts and measures of groups, each over all rows of a group or over those that fulfil a filter of its own. They are the same
/// columns whether they are shown, compared or ordered by.</summary>
internal sealed class GroupMeasures(RowType type, GroupSource source, string path)
{
    private PolicyScope Scope => source.Rows.Scope;

    /// <summary>The condition of a <c>where</c> argument over the rows, as a value of each; null where it holds for all.</summary>
    public Predicate? Where(InputValue? where)
    {
        if (where is not ObjectInput) return null;
        var condition = FilterPlanner.Plan(type, source.Rows, where, path);
        return condition == Predicate.True ? null : Predicate.Of($"{source.Value(condition.Sql)}");
    }

    /// <summary>The number of rows.</summary>
    public SqlColumn Count(Predicate? where)
    {
        Scope.Budget.Measure(CostWeights.Measure);
        return source.Aggregate(Measure.Count(Measure.Filter(where)));
    }

    /// <summary>The number of different values of a key.</summary>
    public SqlColumn CountDifferent(IReadOnlyList<SqlColumn> value, Predicate? where)
    {
        Scope.Budget.Measure(CostWeights.Median);
        return source.Aggregate(Measure.CountDifferent(value, where));
    }

    /// <summary>A measure of a field.</summary>
    public (SqlColumn Column, Measure Measure) Of(string field, string measure, Predicate? where)
    {
        var column = (ColumnBinding)type.Measures[field].Binding!;
        var planned = Measure.Over(column.Type).First(one => one.Name == measure);
        var value = column.Value(source.Rows, FieldArguments.None);
        Scope.Budget.Measure(planned.Cost + (value.ReadsTable ? CostWeights.ComputedValue : 0));
        return (source.Aggregate(planned.Of(source.Value(value), Measure.Filter(where))), planned);
    }
}
