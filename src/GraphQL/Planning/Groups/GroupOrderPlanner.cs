using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>Makes a total order of groups of an <c>order</c> argument: its terms, and all keys at the end, since no two groups have the same.</summary>
internal sealed class GroupOrderPlanner(GroupKeys keys, GroupMeasures measures, PolicyScope scope, string path)
{
    private readonly List<OrderTerm> _terms = [];

    public KeysetOrder Plan(InputValue? order)
    {
        if (order is ListInput list)
            foreach (var entry in list.Items.OfType<ObjectInput>()) AddEntry(entry);
        AddKeys(keys, "key.");
        // The one group of all rows has no key.
        if (_terms.Count == 0) _terms.Add(new OrderTerm("count", Sql(measures.Count(where: null)), SqlTypes.Bigint, IsNullable: false, Descending: false));
        return new KeysetOrder(_terms);
    }

    private void AddEntry(ObjectInput entry)
    {
        var where = measures.Where(entry.Fields.GetValueOrDefault("where"));
        foreach (var (name, value) in entry.Fields)
        {
            switch (name, value)
            {
                case (_, NullInput) or ("where", _):
                    break;
                case ("key", ObjectInput fields):
                    AddKey(keys, fields, "key.");
                    break;
                case ("count", _):
                    Add("count", measures.Count(where), SqlTypes.Bigint, isNullable: false, value);
                    break;
                case (_, ObjectInput fields):
                    foreach (var (function, direction) in fields.Fields.Where(field => field.Value is not NullInput))
                    {
                        var (column, measure) = measures.Of(name, function, where);
                        Add($"{name}.{function}", column, measure.Type, measure.IsNullable, direction);
                    }
                    break;
            }
        }
    }

    private void AddKey(GroupKeys known, ObjectInput fields, string place)
    {
        foreach (var (name, value) in fields.Fields)
        {
            if (value is NullInput) continue;
            switch (known.Require(name, path))
            {
                case GroupKey.Value key:
                    Add(place + PathOf(name, key), key.Column, key.Type, key.IsNullable, value);
                    break;
                case GroupKey.Through through:
                    AddKey(through.Keys, (ObjectInput)value, $"{place}{name}.");
                    break;
                case GroupKey.Row row:
                    var related = row.Target.Read(scope);
                    var rows = Predicate.And(related.Visible, row.Match(related));
                    _terms.AddRange(OrderPlanner.TermsOf(row.Target, related, (ObjectInput)value, $"{place}{name}.",
                        inner => SqlFragment.Of($"(select {inner} from {related.From} where {rows.Sql} limit 1)"), path));
                    // Its terms are paid for; here the order is bounded as a whole.
                    scope.Budget.OrderTerm(_terms.Count, cost: 0);
                    break;
            }
        }
    }

    /// <summary>The keys that the order does not name, so that it is total. A cursor of other keys is one of another order.</summary>
    private void AddKeys(GroupKeys known, string place)
    {
        foreach (var (name, key) in known.Fields)
        {
            switch (key)
            {
                case GroupKey.Value value:
                    AddLast(place + PathOf(name, value), value.Column, value.Type, value.IsNullable);
                    break;
                case GroupKey.Row row:
                    for (int i = 0; i < row.Columns.Count; i++)
                        AddLast($"{place}{name}#{i}", row.Columns[i], row.Target.TypeOfKey(i), isNullable: true);
                    break;
                case GroupKey.Through through:
                    AddKeys(through.Keys, $"{place}{name}.");
                    break;
            }
        }
    }

    private static string PathOf(string name, GroupKey.Value key) => key.Bucket is null ? name : $"{name}@{key.Bucket}";

    private void AddLast(string term, SqlColumn column, SqlType type, bool isNullable)
    {
        if (_terms.All(known => known.Path != term))
            _terms.Add(new OrderTerm(term, Sql(column), type, isNullable, Descending: _terms.Count > 0 && _terms[^1].Descending));
    }

    private void Add(string term, SqlColumn column, SqlType type, bool isNullable, InputValue direction)
    {
        scope.Budget.OrderTerm(_terms.Count + 1, CostWeights.OrderTerm);
        _terms.Add(new OrderTerm(term, Sql(column), type, isNullable, ((EnumValue)direction.ToClr()!).Name == "DESC"));
    }

    private static SqlFragment Sql(SqlColumn column) => SqlFragment.Of($"{column}");
}
