namespace HomeroomGraph.GraphQL.Operations;

/// <summary>How much one operation may ask for, with its fragments spread and its variables bound. All of it is known, and checked,
/// before anything runs.</summary>
public sealed record OperationLimits
{
    /// <summary>Fields, each counted wherever its fragment is spread.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Selections looked at while fragments are spread and fields merged.</summary>
    public int MaxSelections { get; init; } = 50_000;

    /// <summary>Lists and objects inside each other in an argument, its variables included.</summary>
    public int MaxInputDepth { get; init; } = 64;

    /// <summary>Items of one list of the input, such as <c>ids</c>, <c>in</c>, <c>and</c> or <c>or</c>.</summary>
    public int MaxListItems { get; init; } = 1_000;

    /// <summary>Values in all arguments together; a variable counts wherever it is used.</summary>
    public int MaxInputValues { get; init; } = 20_000;

    /// <summary>Comparisons and relations in all filters together.</summary>
    public int MaxConditions { get; init; } = 500;

    /// <summary>Terms of one order.</summary>
    public int MaxOrderTerms { get; init; } = 16;

    /// <summary>Keys of one grouping.</summary>
    public int MaxGroupKeys { get; init; } = 16;

    /// <summary>Counts and measures of all groupings together: shown, in conditions and in orders.</summary>
    public int MaxMeasures { get; init; } = 200;

    /// <summary>Fields at the root of a mutation, which run one after the other.</summary>
    public int MaxMutations { get; init; } = 5;

    /// <summary>Tables read, each wherever it is: for lists, related rows, counts, filters, orders and policies.</summary>
    public int MaxTables { get; init; } = 1_000;

    /// <summary>Rows of lists, pages inside pages multiplied.</summary>
    public long MaxRows { get; init; } = 100_000;

    /// <summary>The cost, by the weights of <see cref="Planning.CostWeights"/>.</summary>
    public long MaxCost { get; init; } = 250_000;

    /// <summary>The answer's size as far as it can be told before: the text of a list inside a row is made as a whole, so it has to fit into memory.</summary>
    public long MaxAnswerBytes { get; init; } = 50L << 20;

    /// <summary>Values of an answer that is made in memory, such as introspection's.</summary>
    public int MaxMemoryValues { get; init; } = 250_000;
}
