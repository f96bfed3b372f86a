using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>Makes of a <c>search</c> argument what it asks of a row.</summary>
internal static class SearchPlanner
{
    /// <summary>The argument of lists.</summary>
    public const string Argument = "search";

    /// <summary>Which rows have all terms, and how well. Null where nothing is looked for; a text of spaces counts as left
    /// out, for that is what a box is in which nothing was typed yet.</summary>
    /// <param name="name">What the argument is called.</param>
    public static RowSearch? Plan(RowType type, TableSource row, FieldArguments arguments, string name = Argument)
    {
        if (type.Search is not { } index || arguments.Value(name) is not { } text || IsBlank(text)) return null;
        row.Scope.Budget.Condition(CostWeights.WordSearch);
        var leaf = arguments.Leaf(name)!;
        return new RowSearch(index, row, part => new SearchSlot(leaf, index.Read, part, arguments.Path));
    }

    /// <summary>Part of the shape of a variable.</summary>
    public static bool IsBlank(InputValue text) => text is LeafValue { ClrValue: string typed } && string.IsNullOrWhiteSpace(typed);
}
