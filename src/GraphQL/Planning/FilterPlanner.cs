using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Makes a condition of a <c>where</c> argument. A field that is null counts as left out, so that a client can bind an
/// optional variable; only <c>eq: null</c> and <c>neq: null</c> ask for null.</summary>
internal static class FilterPlanner
{
    public static Predicate Plan(RowType type, TableSource row, InputValue? where, string path) => where is ObjectInput filter
        ? Predicate.And(filter.Fields.Select(field => Field(type, row, field.Key, field.Value, path)))
        : Predicate.True;

    private static Predicate Field(RowType type, TableSource row, string name, InputValue value, string path) => (name, value) switch
    {
        (_, NullInput) => Predicate.True,
        ("and", ListInput terms) => Predicate.And(terms.Items.Select(term => Plan(type, row, term, path))),
        ("or", ListInput { Items.Count: 0 }) => Predicate.True,
        ("or", ListInput terms) => Predicate.Or(terms.Items.Select(term => Plan(type, row, term, path))),
        ("not", _) => Predicate.Not(Plan(type, row, value, path)),
        (_, ObjectInput operations) => type.Filters[name] switch
        {
            FilterField.Value column => Compare(row, column.Expression(row, FieldArguments.None), column.Type, operations),
            FilterField.Id => Paid(row, operations, IdFilter.Plan(type, row, operations, path)),
            FilterField.Reference reference => Paid(row, operations, reference.Row.Plan(row, operations, path)),
            FilterField.ToOne relation => Related(relation.Target, relation.Match, row, operations, path),
            FilterField.ToMany relation => Predicate.And(operations.Fields.Select(o => Quantified(relation, row, o.Key, o.Value, path))),
            _ => throw new InvalidOperationException($"'{name}' of {type.Type} has no filter."),
        },
        _ => throw new InvalidOperationException($"'{name}' of {type.Type} can't be filtered by this value."),
    };

    private static Predicate Compare(TableSource row, SqlFragment column, SqlType type, ObjectInput operations) =>
        Predicate.And(operations.Fields.Select(operation =>
        {
            int cost = column.ReadsTable ? CostWeights.Relation
                : FilterOperations.Text.Contains(operation.Key) ? CostWeights.TextSearch : CostWeights.Condition;
            row.Scope.Budget.Condition(cost);
            return FilterOperations.Plan(column, type, operation.Key, operation.Value);
        }));

    private static Predicate Paid(TableSource row, ObjectInput operations, Predicate condition)
    {
        for (int i = 0; i < operations.Fields.Count; i++) row.Scope.Budget.Condition(CostWeights.Condition);
        return condition;
    }

    private static Predicate Related(RowType target, RowMatch match, TableSource row, InputValue filter, string path)
    {
        row.Scope.Budget.Condition(CostWeights.Relation);
        var related = target.Read(row.Scope);
        return Predicate.Exists(related, Predicate.And(match(row, related, FieldArguments.None), Plan(target, related, filter, path)));
    }

    /// <summary>The number of related rows that the viewer may see and that fulfil the count's own filter.</summary>
    private static Predicate Counted(FilterField.ToMany relation, TableSource row, ObjectInput count, string path)
    {
        if (count.Fields.All(operation => operation.Key == "where" || operation.Value is NullInput)) return Predicate.True;
        var number = RelatedRows.Count(relation.Target, relation.Match, row, count.Fields.GetValueOrDefault("where"), path);
        return Predicate.And(count.Fields.Where(operation => operation.Key != "where").Select(operation =>
        {
            if (operation.Value is NullInput) return Predicate.True;
            row.Scope.Budget.Condition(CostWeights.Relation);
            return FilterOperations.Plan(number, SqlTypes.Integer, operation.Key, operation.Value);
        }));
    }

    private static Predicate Quantified(FilterField.ToMany relation, TableSource row, string quantifier, InputValue value, string path)
    {
        if (value is NullInput) return Predicate.True;
        if (quantifier == "any")
        {
            var some = Related(relation.Target, relation.Match, row, value, path);
            return (bool)value.ToClr()! ? some : Predicate.Not(some);
        }
        if (quantifier == "count") return Counted(relation, row, (ObjectInput)value, path);
        if (quantifier == "some") return Related(relation.Target, relation.Match, row, value, path);
        if (quantifier == "none") return Predicate.Not(Related(relation.Target, relation.Match, row, value, path));

        // all: there is none for which it does not hold
        row.Scope.Budget.Condition(CostWeights.Relation);
        var related = relation.Target.Read(row.Scope);
        var broken = Predicate.Not(Plan(relation.Target, related, value, path));
        return Predicate.Not(Predicate.Exists(related, Predicate.And(relation.Match(row, related, FieldArguments.None), broken)));
    }
}
