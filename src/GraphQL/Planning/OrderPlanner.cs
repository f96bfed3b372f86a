using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Makes a total order of an <c>order</c> argument: its terms, or the type's own order, and at the end what tells rows apart.</summary>
internal sealed class OrderPlanner
{
    private readonly List<OrderTerm> _terms = [];
    private readonly string _path;

    private OrderPlanner(string path) => _path = path;

    /// <param name="path">The path of the list, for errors.</param>
    /// <param name="rank">How well a row was found: it comes first where no order is given.</param>
    public static KeysetOrder Plan(RowType type, TableSource row, InputValue? order, string path, SqlFragment? rank = null)
    {
        var planner = new OrderPlanner(path);
        if (order is ListInput { Items.Count: > 0 } list)
            foreach (var item in list.Items.OfType<ObjectInput>()) planner.AddTerms(type, row, item, new Way("", (value, _) => value, MayLeadNowhere: false));
        var terms = planner._terms;
        if (terms.Count == 0)
        {
            if (rank is not null)
            {
                row.Scope.Budget.OrderTerm(1, CostWeights.ComputedOrderTerm);
                terms.Add(new OrderTerm(SearchPlanner.Argument, rank, SqlTypes.Integer, IsNullable: false, Descending: false));
            }
            terms.AddRange(type.DefaultOrder.Select(o => new OrderTerm(o.Path, o.Sort.Expression(row, FieldArguments.None), o.Sort.Type, o.Sort.IsNullable, o.Descending)));
        }

        foreach (var (name, key) in type.Distinct)
            if (terms.All(t => t.Path != name))
                terms.Add(new OrderTerm(name, key.Expression(row, FieldArguments.None), key.Type, key.IsNullable, terms.Count > 0 && terms[^1].Descending));
        // In one district the district orders nothing, and an index goes on behind it.
        return new KeysetOrder([.. terms.Select(term => row.Visible.Fixes(term.Value) ? term with { IsOfViewer = true } : term)]);
    }

    /// <summary>The terms of an order by fields of a row to which something else than a row leads, such as a key of groups.</summary>
    /// <param name="place">What leads there, as the contract names it, with a dot after it.</param>
    /// <param name="wrap">Makes of a value of the row an expression over what leads there.</param>
    /// <param name="path">The path of the list, for errors.</param>
    internal static IReadOnlyList<OrderTerm> TermsOf(
        RowType type, TableSource row, ObjectInput fields, string place, Func<SqlFragment, SqlFragment> wrap, string path)
    {
        var planner = new OrderPlanner(path);
        planner.AddTerms(type, row, fields, new Way(place, (value, _) => wrap(value), MayLeadNowhere: true));
        return planner._terms;
    }

    /// <summary>The way from a list's row to the row whose fields are the terms.</summary>
    /// <param name="Path">As the contract names it, with a dot after each step.</param>
    /// <param name="Wrap">Makes of a value at its end an expression over the row at its start.</param>
    /// <param name="MayLeadNowhere">The row may have no such row, or none that the viewer may see: then the value is null.</param>
    private sealed record Way(string Path, Func<SqlFragment, SqlType, SqlFragment> Wrap, bool MayLeadNowhere)
    {
        public Way Then(string step, Func<SqlFragment, SqlType, SqlFragment> wrap) =>
            new($"{Path}{step}.", (value, type) => Wrap(wrap(value, type), type), MayLeadNowhere: true);
    }

    private void AddTerms(RowType type, TableSource row, ObjectInput fields, Way way)
    {
        foreach (var (name, value) in fields.Fields)
        {
            if (value is NullInput) continue;
            switch (type.Sorts[name])
            {
                case SortField.Value column:
                    Add(way, name, column.Expression(row, FieldArguments.None), column.Type, column.MayBeNull(row), value, row);
                    break;
                case SortField.ToOne relation:
                    var related = relation.Target.Read(row.Scope);
                    var rows = Predicate.And(related.Visible, relation.Match(row, related, FieldArguments.None));
                    AddTerms(relation.Target, related, (ObjectInput)value, way.Then(name, (inner, _) =>
                        SqlFragment.Of($"(select {inner} from {related.From} where {rows.Sql} limit 1)")));
                    break;
                case SortField.ToMany relation:
                    AddTermsOfMany(relation, row, (ObjectInput)value, way, name);
                    break;
            }
        }
    }

    private void AddTermsOfMany(SortField.ToMany relation, TableSource row, ObjectInput by, Way way, string name)
    {
        var where = by.Fields.GetValueOrDefault("where");
        foreach (var (what, value) in by.Fields)
        {
            if (what == "where" || value is NullInput) continue;
            var related = RelatedRows.Of(relation.Target, relation.Match, row, where, _path);
            switch (what)
            {
                case "count":
                    Add(way, $"{name}.count", related.Count(), SqlTypes.Integer, isNullable: false, value, row);
                    break;
                case "min":
                    AddTerms(relation.Target, related.Source, (ObjectInput)value, way.Then($"{name}.min", related.Least));
                    break;
                case "max":
                    AddTerms(relation.Target, related.Source, (ObjectInput)value, way.Then($"{name}.max", related.Greatest));
                    break;
            }
        }
    }

    private void Add(Way way, string name, SqlFragment value, SqlType type, bool isNullable, InputValue direction, TableSource row)
    {
        var term = way.Wrap(value, type);
        row.Scope.Budget.OrderTerm(_terms.Count + 1, term.IsColumn ? CostWeights.OrderTerm : CostWeights.ComputedOrderTerm);
        _terms.Add(new OrderTerm(way.Path + name, term, type, isNullable || way.MayLeadNowhere, ((EnumValue)direction.ToClr()!).Name == "DESC"));
    }
}
