using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Which lists inside rows are joined beside their row, as typed columns, where others are one JSON text that PostgreSQL makes. A page of
/// 500 papers with their authors takes PostgreSQL 2.0 ms so, and 3.2 ms as texts. What is joined repeats the row it belongs to, so only
/// short lists are, whose size is known, and only beside rows without prose; and only one of several, but for those of one row.</summary>
internal static class ListBeside
{
    /// <summary>Longer lists would repeat their row too often.</summary>
    private const int MostRows = 20;

    /// <summary>Of a list whose size nobody states.</summary>
    private const int UsualRows = 10;

    /// <summary>PostgreSQL's rows have so many columns at most, and those of all branches of a statement are its columns.</summary>
    private const int MostValues = 100;

    /// <summary>The one list of a row whose rows stand beside it, each in a row of the statement; null where there is none.</summary>
    public static ConnectionNode? Of(IReadOnlyList<SelectionNode> selections) => HasProse(selections)
        ? null
        : selections.OfType<ConnectionNode>().Where(list => IsShort(list) && !IsOfOne(list)).MaxBy(Rows);

    /// <summary>A list of one row at most repeats nothing: it is joined as a related row is.</summary>
    public static bool IsOfOne(ConnectionNode list) => IsShort(list) && Rows(list) == 1;

    /// <summary>What the list shows of its rows.</summary>
    public static ConnectionItem.Nodes Shown(ConnectionNode list) => list.Items.OfType<ConnectionItem.Nodes>().Single();

    private static bool IsShort(ConnectionNode list) =>
        list is { MarksRows: false, Window.Backward: false, Source: TableSource { Table.Key.Count: > 0 } }
        && Rows(list) is >= 1 and <= MostRows
        && list.Items.All(item => item is ConnectionItem.Nodes or ConnectionItem.Typename)
        && list.Items.Count(item => item is ConnectionItem.Nodes) == 1
        && Values(Shown(list).Selections) <= MostValues;

    private static int? Rows(ConnectionNode list) => list.Window.Size.IsDefault ? UsualRows : list.Window.Size.Stated;

    private static bool HasProse(IReadOnlyList<SelectionNode> selections) => selections.Any(node => node switch
    {
        ColumnNode column => column.IsProse,
        RowNode related => HasProse(related.Selections),
        ObjectNode part => HasProse(part.Selections),
        _ => false,
    });

    private static int Values(IReadOnlyList<SelectionNode> selections) => selections.Sum(node => node switch
    {
        RowNode related => 1 + Values(related.Selections),
        ObjectNode part => Values(part.Selections),
        ConnectionNode list => 3 + list.Items.OfType<ConnectionItem.Nodes>().Sum(shown => Values(shown.Selections)),
        _ => 1,
    });
}
