using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>Makes a condition on groups of a <c>having</c> argument. A field that is null counts as left out, as in <see cref="FilterPlanner"/>.</summary>
internal sealed class HavingPlanner(GroupKeys keys, GroupMeasures measures, PolicyScope scope, string path)
{
    public Predicate Plan(InputValue? having)
    {
        if (having is not ObjectInput condition) return Predicate.True;
        var where = measures.Where(condition.Fields.GetValueOrDefault("where"));
        return Predicate.And(condition.Fields.Select(field => Field(field.Key, field.Value, where)));
    }

    private Predicate Field(string name, InputValue value, Predicate? where) => (name, value) switch
    {
        (_, NullInput) or ("where", _) => Predicate.True,
        ("and", ListInput terms) => Predicate.And(terms.Items.Select(Plan)),
        ("or", ListInput { Items.Count: 0 }) => Predicate.True,
        ("or", ListInput terms) => Predicate.Or(terms.Items.Select(Plan)),
        ("not", _) => Predicate.Not(Plan(value)),
        ("key", ObjectInput fields) => Key(keys, fields),
        ("count", ObjectInput operations) => Compare(measures.Count(where), SqlTypes.Bigint, operations),
        (_, ObjectInput fields) => Predicate.And(fields.Fields.Select(field => OfMeasure(name, field.Key, field.Value, where))),
        _ => throw new InvalidOperationException($"There is no condition '{name}' on groups."),
    };

    private Predicate OfMeasure(string field, string name, InputValue value, Predicate? where)
    {
        if (value is not ObjectInput operations) return Predicate.True;
        var (column, measure) = measures.Of(field, name, where);
        return Compare(column, measure.Type, operations);
    }

    private Predicate Key(GroupKeys known, ObjectInput fields) => Predicate.And(fields.Fields.Select(field =>
        field.Value is not ObjectInput condition ? Predicate.True : known.Require(field.Key, path) switch
        {
            GroupKey.Value value => Compare(value.Column, value.Type, condition),
            GroupKey.Through through => Key(through.Keys, condition),
            GroupKey.Row row => Related(row, condition),
            _ => throw new InvalidOperationException($"There is no condition on the key '{field.Key}'."),
        }));

    private Predicate Related(GroupKey.Row key, ObjectInput condition)
    {
        scope.Budget.Condition(CostWeights.Relation);
        var row = key.Target.Read(scope);
        return Predicate.Exists(row, Predicate.And(key.Match(row), FilterPlanner.Plan(key.Target, row, condition, path)));
    }

    private Predicate Compare(SqlColumn column, SqlType type, ObjectInput operations) => Predicate.And(operations.Fields.Select(operation =>
    {
        scope.Budget.Condition(CostWeights.Condition);
        return FilterOperations.Plan(SqlFragment.Of($"{column}"), type, operation.Key, operation.Value);
    }));
}
