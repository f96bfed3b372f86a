using System.Text.Json;

namespace HomeroomGraph.GraphQL.Tests.Groups;

/// <summary>A question for groups, as the contract has it and as the model answers it.</summary>
internal sealed class Question
{
    private sealed record Order(string Text, Func<Group, IComparable?> Of, bool Descending, ModelKey? Key);

    private sealed record Condition(string Text, Func<Group, bool> Holds);

    private sealed record Group(IReadOnlyList<IComparable?> Key, IReadOnlyList<Sale> Rows)
    {
        public Sale Any => Rows[0];
    }

    private readonly List<ModelKey> _keys = [];
    private readonly List<(ModelMeasure Measure, ModelFilter Filter)> _measures = [];
    private readonly List<Order> _orders = [];
    private Condition? _having;

    public ModelFilter Where { get; private init; } = ModelFilter.All;

    public string Text => $"saleGroups({Arguments("first: 500", Where.Text)}) {{ {Selection} }}";

    public static Question ByChance(GroupModel model, Random random)
    {
        var question = new Question { Where = Pick(model.Filters) };
        for (int i = random.Next(4); i > 0; i--)
        {
            var key = Pick(model.Keys);
            if (question._keys.TrueForAll(known => known.Name != key.Name)) question._keys.Add(key);
        }
        for (int i = random.Next(4); i > 0; i--) question._measures.Add((Pick(model.Measures), Pick(model.Filters)));
        for (int i = random.Next(3); i > 0; i--) question._orders.Add(ByChanceOrder());
        if (random.Next(3) == 0) question._having = ByChanceCondition();
        return question;

        T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

        Order ByChanceOrder()
        {
            bool descending = random.Next(2) == 0;
            string direction = descending ? "DESC" : "ASC";
            if (question._keys.Count > 0 && random.Next(2) == 0)
            {
                var key = Pick(question._keys);
                return new Order($"{{ key: {key.Sort.Replace("%", direction, StringComparison.Ordinal)} }}", group => key.SortedBy(group.Any), descending, key);
            }
            var (measure, filter) = (Pick(model.Measures), Pick(model.Filters));
            return new Order(
                $"{{ where: {filter.Text}, {measure.Sort.Replace("%", direction, StringComparison.Ordinal)} }}",
                group => measure.Of([.. group.Rows.Where(filter.Holds)]), descending, Key: null);
        }

        Condition ByChanceCondition()
        {
            var filter = Pick(model.Filters);
            int least = random.Next(4);
            Condition condition = random.Next(3) switch
            {
                0 => new($"{{ where: {filter.Text}, count: {{ gte: {least} }} }}", group => group.Rows.Count(filter.Holds) >= least),
                1 => new($"{{ amount: {{ sum: {{ gt: {least} }} }}, count: {{ lt: 40 }} }}", group => group.Rows.Sum(s => s.Amount ?? 0) > least && group.Rows.Count < 40),
                _ when question._keys.Find(key => key.Name == "kind") is not null => new("{ key: { kind: { neq: \"a\" } } }", group => group.Any.Kind != "a"),
                _ when question._keys.Find(key => key.Name == "stall") is { } stall => new("{ key: { stall: { zone: { eq: \"north\" } } } }", group => model.Filters[5].Holds(group.Any)),
                _ => new($"{{ or: [{{ price: {{ max: {{ gte: 80 }} }} }}, {{ count: {{ eq: {least} }} }}] }}", group => group.Rows.Max(s => s.Price) >= 80 || group.Rows.Count == least),
            };
            return random.Next(3) == 0 ? new($"{{ not: {condition.Text} }}", group => !condition.Holds(group)) : condition;
        }
    }

    public string Arguments(string window, string where)
    {
        string by = string.Join(", ", _keys.Select(key => key.By)), order = string.Join(", ", _orders.Select(o => o.Text));
        return $"{window}, where: {where}, by: [{by}], having: {_having?.Text ?? "null"}, order: [{order}]";
    }

    public string Selection
    {
        get
        {
            string keys = _keys.Count == 0 ? "__typename" : string.Join(' ', _keys.Select(key => key.Shown));
            string measures = string.Join(' ', _measures.Select((m, i) => $"m{i}: {m.Measure.Shown.Replace("%", m.Filter.Text, StringComparison.Ordinal)}"));
            return $"nodes {{ key {{ {keys} }} all: count stalls: countDistinct(of: {{ stall: true }}) {measures} }}";
        }
    }

    /// <summary>A group of the answer as one line.</summary>
    public string Read(JsonElement group) => string.Join(" | ",
    [
        .. _keys.Select(key => key.Read(group.GetProperty("key"))),
        GroupModel.Text(group.GetProperty("all")), GroupModel.Text(group.GetProperty("stalls")),
        .. _measures.Select((m, i) => GroupModel.Text(m.Measure.Read(group.GetProperty($"m{i}")))),
    ]);

    /// <summary>The lines that the model expects.</summary>
    public IReadOnlyList<string> Expected(GroupModel model, IReadOnlyList<Sale> sales)
    {
        var rows = sales.Where(Where.Holds).ToList();
        var groups = rows.GroupBy(s => string.Join('|', KeyOf(s).Select(GroupModel.Text))).Select(g => new Group(KeyOf(g.First()), [.. g])).ToList();
        if (_keys.Count == 0 && groups.Count == 0) groups.Add(new Group([], []));
        groups = groups.FindAll(group => _having?.Holds(group) ?? true);
        groups.Sort(Compare);
        return [.. groups.Select(group => string.Join(" | ",
        [
            .. _keys.Select(key => key.Text(group.Any)),
            GroupModel.Text((long)group.Rows.Count), GroupModel.Text(model.Stalls(group.Rows)),
            .. _measures.Select(m => GroupModel.Text(m.Measure.Of([.. group.Rows.Where(m.Filter.Holds)]))),
        ]))];
    }

    private List<IComparable?> KeyOf(Sale sale) => [.. _keys.SelectMany(key => key.Of(sale))];

    /// <summary>By the orders, then by the keys that no order named, in the direction of the last order; null is greater than every value.</summary>
    private int Compare(Group left, Group right)
    {
        foreach (var order in _orders)
        {
            int compared = Compare(order.Of(left), order.Of(right), order.Descending);
            if (compared != 0) return compared;
        }
        bool down = _orders.Count > 0 && _orders[^1].Descending;
        foreach (var (one, other) in left.Key.Zip(right.Key))
        {
            int compared = Compare(one, other, down);
            if (compared != 0) return compared;
        }
        return 0;
    }

    private static int Compare(IComparable? left, IComparable? right, bool descending)
    {
        int compared = (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string one, string other) => string.CompareOrdinal(one, other),
            _ => left.CompareTo(right),
        };
        return descending ? -compared : compared;
    }
}
