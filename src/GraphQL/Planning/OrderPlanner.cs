using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Makes a total order of an <c>order</c> argument: its terms, or the type's own order, and the primary key at the end.</summary>
internal static class OrderPlanner
{
    /// <param name="rank">How well a row was found: it comes first where no order is given.</param>
    public static KeysetOrder Plan(RowType type, TableSource row, InputValue? order, SqlFragment? rank = null)
    {
        var terms = new List<OrderTerm>();
        if (order is ListInput { Items.Count: > 0 } list)
            foreach (var item in list.Items.OfType<ObjectInput>()) AddTerms(type, row, item, "", terms, wrap: value => value, viaRelation: false);
        if (terms.Count == 0)
        {
            if (rank is not null)
            {
                row.Scope.Budget.OrderTerm(1, CostWeights.ComputedOrderTerm);
                terms.Add(Term(SearchPlanner.Argument, rank, SqlTypes.Integer, isNullable: false, descending: false));
            }
            terms.AddRange(type.DefaultOrder.Select(o => Term(o.Path, o.Sort.Expression(row, FieldArguments.None), o.Sort.Type, o.Sort.IsNullable, o.Descending)));
        }

        foreach (var key in type.Table.Key)
            if (terms.All(t => t.Path != key.Name))
                terms.Add(Term(key.Name, SqlFragment.Of($"{row[key]}"), key.ClrType == typeof(int) ? SqlTypes.Integer : SqlTypes.Bigint, false, terms.Count > 0 && terms[^1].Descending));
        return new KeysetOrder(terms);
    }

    /// <param name="wrap">Makes of a value of the related row an expression over the row itself.</param>
    private static void AddTerms(
        RowType type, TableSource row, ObjectInput fields, string path, List<OrderTerm> terms, Func<SqlFragment, SqlFragment> wrap, bool viaRelation)
    {
        foreach (var (name, value) in fields.Fields)
        {
            if (value is NullInput) continue;
            switch (type.Sorts[name])
            {
                case SortField.Value column:
                    bool descending = ((EnumValue)value.ToClr()!).Name == "DESC";
                    // A relation that the viewer may not see, or that is not there, gives null.
                    var term = wrap(column.Expression(row, FieldArguments.None));
                    row.Scope.Budget.OrderTerm(terms.Count + 1, term.IsColumn ? CostWeights.OrderTerm : CostWeights.ComputedOrderTerm);
                    terms.Add(Term(path + name, term, column.Type, column.MayBeNull(row) || viaRelation, descending));
                    break;
                case SortField.ToOne relation:
                    var related = relation.Target.Read(row.Scope);
                    var rows = Predicate.And(related.Visible, relation.Match(row, related, FieldArguments.None));
                    AddTerms(relation.Target, related, (ObjectInput)value, $"{path}{name}.", terms,
                        inner => wrap(SqlFragment.Of($"(select {inner} from {related.From} where {rows.Sql} limit 1)")), viaRelation: true);
                    break;
            }
        }
    }

    private static OrderTerm Term(string path, SqlFragment value, SqlType type, bool isNullable, bool descending) =>
        new(path, value, type, isNullable, descending);
}
