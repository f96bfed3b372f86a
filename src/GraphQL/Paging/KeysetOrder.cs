using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>One term of an order.</summary>
/// <param name="Path">The term as the contract names it, e.g. <c>district.code</c>: what a cursor's digest is made of.</param>
internal sealed record OrderTerm(string Path, SqlFragment Value, SqlType Type, bool IsNullable, bool Descending)
{
    /// <summary>It orders nothing: all rows of the list have the same value, such as the district's number in the list of a row, or the terms before it tell
    /// all rows apart. PostgreSQL sees the first where the condition stands and no further up, and the second nowhere, and would sort what comes in
    /// order.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The same for all rows that the viewer may see at all, as the district is for most: it stands in cursors, whichever list they are
    /// of, and in no comparison.</summary>
    public bool IsOfViewer { get; init; }
}

/// <summary>A total order of a connection's rows: the primary key ends it, so that no two rows are equal and a page can go on
/// exactly where the last one ended.</summary>
internal sealed record KeysetOrder(IReadOnlyList<OrderTerm> Terms)
{
    /// <summary>The terms for ORDER BY; nulls come last going up and first going down, as PostgreSQL has it.</summary>
    public SqlFragment OrderBy(bool reversed)
    {
        var ordering = Terms.Where(t => !t.IsFixed).DefaultIfEmpty(Terms[^1]);
        return SqlFragment.Join($", ", ordering.Select(t => t.Descending != reversed ? SqlFragment.Of($"{t.Value} desc") : SqlFragment.Of($"{t.Value}")));
    }

    /// <summary>The same order of rows of a table that fulfil a condition.</summary>
    public KeysetOrder Within(TableSource rows, Predicate condition)
    {
        var terms = Terms.Select(t => t with { IsFixed = condition.Fixes(t.Value) }).ToList();
        for (int i = 0; i < terms.Count - 1; i++)
            if (rows.Table.Unique.Any(unique => unique.All(column => !column.IsNullable && IsKnown(SqlFragment.Of($"{rows[column]}"), terms.Take(i + 1)))))
                return new([.. terms.Take(i + 1), .. terms.Skip(i + 1).Select(t => t with { IsFixed = true })]);
        return new(terms);

        bool IsKnown(SqlFragment column, IEnumerable<OrderTerm> before) =>
            condition.Fixes(column) || before.Any(t => SqlEquivalence.AreSame(t.Value, column));
    }

    /// <summary>The keys as a JSON array of texts and nulls: what a cursor carries.</summary>
    public SqlFragment CursorKeys() => SqlFragment.Of($"to_json(array[{SqlFragment.Join($", ", Terms.Select(t => SqlFragment.Of($"({t.Value})::text")))}])::text");

    /// <summary>The rows after a cursor in this order, or before it.</summary>
    /// <param name="keys">A slot for the key of each term.</param>
    public Predicate Beyond(IReadOnlyList<Slot> keys, bool before) => From(keys, before).Beyond();

    /// <summary>The rows on one side of a cursor, in parts that an index serves.</summary>
    /// <param name="keys">A slot for the key of each term.</param>
    /// <param name="before">The side before the cursor.</param>
    public KeysetRanges From(IReadOnlyList<Slot> keys, bool before)
    {
        var moving = Terms.Zip(keys).Where(term => !term.First.IsOfViewer).ToList();
        return new KeysetRanges([.. (moving.Count > 0 ? moving : Terms.Zip(keys)).Select(term => new KeysetRanges.Step(term.First, term.Second, term.First.Descending != before))]);
    }
}
