namespace HomeroomGraph.GraphQL.Planning;

/// <summary>What the parts of an operation cost. docs/limits.md has the same table, and a test compares them. The unit is about a row
/// that an index finds, with its values.</summary>
internal static class CostWeights
{
    /// <summary>A field of the root.</summary>
    public const int Root = 1;

    /// <summary>A mutation, before its payload.</summary>
    public const int Mutation = 10;

    /// <summary>A row, of a list or related.</summary>
    public const int Row = 1;

    /// <summary>So many values of a row cost one more.</summary>
    public const int ValuesPerPoint = 10;

    /// <summary>A value that other rows are read for, such as a count.</summary>
    public const int ComputedValue = 2;

    /// <summary>A list, whatever its rows.</summary>
    public const int List = 1;

    /// <summary>A part of the feed of changes, beside its rows: entries are looked through that may be nothing for who asks.</summary>
    public const int Feed = 20;

    /// <summary>A list's total: all its rows are counted.</summary>
    public const int TotalCount = 10;

    /// <summary>Whether there are rows on the other side of a cursor.</summary>
    public const int OtherSide = 1;

    /// <summary>A comparison of a filter.</summary>
    public const int Condition = 1;

    /// <summary>A search inside of texts.</summary>
    public const int TextSearch = 5;

    /// <summary>A search by words, beside its rank, which is a computed order.</summary>
    public const int WordSearch = 10;

    /// <summary>A condition on related rows.</summary>
    public const int Relation = 10;

    /// <summary>A term of an order that is a column.</summary>
    public const int OrderTerm = 1;

    /// <summary>A term of an order that is computed for every row, or stands in a related one.</summary>
    public const int ComputedOrderTerm = 10;

    /// <summary>Groups, whatever their number: all rows are read.</summary>
    public const int Grouping = 10;

    /// <summary>A key of groups that is a column.</summary>
    public const int GroupKey = 1;

    /// <summary>A key of groups that is computed for every row, or is or stands in a related one.</summary>
    public const int ComputedGroupKey = 5;

    /// <summary>A count, sum, average, smallest or greatest value of groups.</summary>
    public const int Measure = 1;

    /// <summary>A median or number of different values, for which the values are sorted.</summary>
    public const int Median = 10;
}
