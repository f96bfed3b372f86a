using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>One field of a row's answer, under its response key.</summary>
internal abstract record SelectionNode(GraphQLName Key);

/// <summary>The name of the row's type.</summary>
internal sealed record TypenameNode(GraphQLName Key, GraphQLName TypeName) : SelectionNode(Key);

/// <summary>A column, or an expression over the row.</summary>
internal sealed record ColumnNode(GraphQLName Key, SqlFragment Value, SqlType Type, bool IsNullable) : SelectionNode(Key)
{
    /// <summary>It may be long (<see cref="RowType.IsProse"/>).</summary>
    public bool IsProse { get; init; }
}

/// <summary>The opaque id of the row, made of its type's name and its key.</summary>
internal sealed record GlobalIdNode(GraphQLName Key, GraphQLName TypeName, IReadOnlyList<SqlFragment> KeyColumns) : SelectionNode(Key);

/// <summary>At most one row: a to-one relation, or a look-up at the root.</summary>
/// <param name="Match">Which row: its key, or how it belongs to the parent.</param>
/// <param name="IsByKey">The match names the whole key, so there can't be a second row.</param>
internal sealed record RowNode(
    GraphQLName Key, TableSource Source, Predicate Match, bool IsByKey, IReadOnlyList<SelectionNode> Selections) : SelectionNode(Key);

/// <summary>A field that fails, or (with <see cref="OfSelections"/>) a mark that the object it is selected of does.</summary>
/// <param name="Number">Of the fault among those of the plan.</param>
internal sealed record FaultNode(GraphQLName Key, int Number, bool OfSelections = false) : SelectionNode(Key);

/// <summary>An object that is always there and whose fields are computed of the same row, such as the keys of a group.</summary>
internal sealed record ObjectNode(GraphQLName Key, IReadOnlyList<SelectionNode> Selections) : SelectionNode(Key);

/// <summary>The one row of several types that is there.</summary>
/// <param name="Rows">A row of each type, each found by its whole key; of each row that has the field exactly one is there.</param>
internal sealed record OneOfNode(GraphQLName Key, IReadOnlyList<RowNode> Rows) : SelectionNode(Key);

/// <summary>A page of rows.</summary>
/// <param name="Filter">How the rows belong to the parent, and what the client asked for.</param>
/// <param name="SearchCost">What the client's filter and order cost.</param>
internal sealed record ConnectionNode(
    GraphQLName Key, RowsSource Source, Predicate Filter, KeysetOrder Order, Window Window, int SearchCost, IReadOnlyList<ConnectionItem> Items) : SelectionNode(Key)
{
    /// <summary>Where the list stands inside a row: each of its rows in the JSON text has as many tabs before it as it costs, to be counted
    /// when they are sent (<see cref="Execution.CostMeter"/>). JSON text has no other tab.</summary>
    public bool MarksRows { get; init; }

    /// <summary>Whether it is asked if the list goes on in the direction of reading: then one row more is read.</summary>
    public bool AsksForMore => Asks(Window.Backward ? PageInfoField.HasPreviousPage : PageInfoField.HasNextPage);

    /// <summary>Whether it is asked if there are rows on the other side of the cursor.</summary>
    public bool AsksForOtherSide => Asks(Window.Backward ? PageInfoField.HasNextPage : PageInfoField.HasPreviousPage);

    /// <summary>The list that can be written while the rows come: the first, unless the page's information is asked for before it or the rows come
    /// from the end.</summary>
    public ConnectionItem? Streamed => Window.Backward
        ? null
        : Items.FirstOrDefault(item => item is ConnectionItem.Nodes or ConnectionItem.Edges or ConnectionItem.PageInfo) is { } first and not ConnectionItem.PageInfo ? first : null;

    public bool Asks(PageInfoField field) => Items.OfType<ConnectionItem.PageInfo>().Any(info => info.Items.Any(item => item.Field == field));
}

/// <summary>A field of a connection.</summary>
internal abstract record ConnectionItem(GraphQLName Key)
{
    public sealed record Nodes(GraphQLName Key, IReadOnlyList<SelectionNode> Selections) : ConnectionItem(Key);

    public sealed record Edges(GraphQLName Key, IReadOnlyList<EdgeItem> Items) : ConnectionItem(Key);

    public sealed record PageInfo(GraphQLName Key, IReadOnlyList<PageInfoItem> Items) : ConnectionItem(Key);

    public sealed record TotalCount(GraphQLName Key) : ConnectionItem(Key);

    public sealed record Typename(GraphQLName Key, GraphQLName TypeName) : ConnectionItem(Key);

    /// <summary>A field that fails.</summary>
    public sealed record Fault(GraphQLName Key, int Number) : ConnectionItem(Key);
}

/// <summary>A field of an edge.</summary>
internal abstract record EdgeItem(GraphQLName Key)
{
    public sealed record Cursor(GraphQLName Key) : EdgeItem(Key);

    public sealed record Node(GraphQLName Key, IReadOnlyList<SelectionNode> Selections) : EdgeItem(Key);

    public sealed record Typename(GraphQLName Key, GraphQLName TypeName) : EdgeItem(Key);
}

/// <summary>The fields of a page's information (Relay cursor connections).</summary>
internal enum PageInfoField { HasNextPage, HasPreviousPage, StartCursor, EndCursor, Typename }

/// <summary>A field of a page's information.</summary>
internal sealed record PageInfoItem(GraphQLName Key, PageInfoField Field);
