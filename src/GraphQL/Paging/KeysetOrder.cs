using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>One term of an order.</summary>
/// <param name="Path">The term as the contract names it, e.g. <c>district.code</c>: what a cursor's digest is made of.</param>
internal sealed record OrderTerm(string Path, SqlFragment Value, SqlType Type, bool IsNullable, bool Descending)
{
    /// <summary>All rows of the list have the same value, such as the district's number in the list of a row: it orders nothing. PostgreSQL sees that
    /// where the condition stands and no further up, and would sort again what comes in order.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A total order of a connection's rows: the primary key ends it, so that no two rows are equal and a page can go on
/// exactly where the last one ended.</summary>
internal sealed record KeysetOrder(IReadOnlyList<OrderTerm> Terms)
{
    /// <summary>The terms for ORDER BY; nulls come last going up and first going down, as PostgreSQL has it.</summary>
    public SqlFragment OrderBy(bool reversed) => SqlFragment.Join($", ", Terms.Where((t, i) => !t.IsFixed || i == Terms.Count - 1).Select(t => t.Descending != reversed
        ? SqlFragment.Of($"{t.Value} desc")
        : SqlFragment.Of($"{t.Value}")));

    /// <summary>The same order of rows that fulfil a condition.</summary>
    public KeysetOrder Within(Predicate condition) => new([.. Terms.Select(t => t with { IsFixed = condition.Fixes(t.Value) })]);

    /// <summary>The keys as a JSON array of texts and nulls: what a cursor carries.</summary>
    public SqlFragment CursorKeys() => SqlFragment.Of($"to_json(array[{SqlFragment.Join($", ", Terms.Select(t => SqlFragment.Of($"({t.Value})::text")))}])::text");

    /// <summary>The rows after a cursor in this order, or before it.</summary>
    /// <param name="keys">A slot for the key of each term.</param>
    public Predicate Beyond(IReadOnlyList<Slot> keys, bool before)
    {
        bool oneDirection = Terms.All(t => t.Descending == Terms[0].Descending && !t.IsNullable);
        return oneDirection ? BeyondTuple(keys, before) : BeyondTerm(0, keys, before);
    }

    /// <summary>One comparison of tuples: an index condition.</summary>
    private Predicate BeyondTuple(IReadOnlyList<Slot> keys, bool before)
    {
        var left = SqlFragment.Join($", ", Terms.Select(t => t.Value));
        var right = SqlFragment.Join($", ", keys.Select(k => SqlFragment.Of($"{k}")));
        return Terms[0].Descending != before ? Predicate.Of($"({left}) < ({right})") : Predicate.Of($"({left}) > ({right})");
    }

    private Predicate BeyondTerm(int index, IReadOnlyList<Slot> keys, bool before)
    {
        var (term, key) = (Terms[index], keys[index]);
        var past = Past(term, key, term.Descending != before);
        if (index == Terms.Count - 1) return past;
        var tie = Predicate.And(Predicate.Of($"{term.Value} is not distinct from {key}"), BeyondTerm(index + 1, keys, before));
        return Predicate.Or(past, tie);
    }

    /// <summary>Null counts as greater than every value.</summary>
    private static Predicate Past(OrderTerm term, Slot key, bool down) => (down, term.IsNullable) switch
    {
        (false, false) => Predicate.Of($"{term.Value} > {key}"),
        (true, false) => Predicate.Of($"{term.Value} < {key}"),
        (false, true) => Predicate.Of($"({term.Value} > {key} or ({term.Value} is null and {key} is not null))"),
        (true, true) => Predicate.Of($"({term.Value} < {key} or ({term.Value} is not null and {key} is null))"),
    };
}
