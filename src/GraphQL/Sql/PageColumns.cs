using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The columns of a nested page's rows (a number, a JSON text for each list that shows them, a cursor), and the
/// aggregates over them that make the page's JSON.</summary>
internal sealed class PageColumns(ConnectionNode node)
{
    private static readonly SqlIdentifier Number = new("number"), CursorText = new("cursor");

    private readonly PageSql _page = PageSql.Of(node);
    private readonly RowSql _row = new();
    private readonly List<SqlFragment> _columns = [];
    private bool _numbered, _cursors;

    /// <summary>The rows' own alias.</summary>
    public SqlAlias Alias { get; } = new();

    /// <summary>False where only what needs no row is asked, such as the total.</summary>
    public bool Needed => _numbered;

    /// <summary>The derived table of numbered rows; numbers go in the direction of reading, so the row beyond the page is last.</summary>
    public SqlFragment Rows
    {
        get
        {
            var number = SqlFragment.Of($"{RowNumber} as {Number}");
            var cursor = _cursors
                ? SqlFragment.Of($", {Cursor.InSql(Cursor.Digest(node.Source.Table, node.Order), _page.Order)} as {CursorText}")
                : SqlFragment.Of($"");
            return SqlFragment.Of($"(select {number}{cursor}{SqlFragment.Join($"", _columns)} from {_page.From}{_row.Joins})");
        }
    }

    private SqlFragment RowNumber => SqlFragment.Of($"row_number() over (order by {_page.Order.OrderBy(node.Window.Backward)})");

    /// <summary>The JSON of one field of the connection.</summary>
    public SqlFragment Item(ConnectionItem item) => item switch
    {
        ConnectionItem.Typename typename => JsonText.Text(typename.TypeName),
        ConnectionItem.TotalCount => SqlFragment.Of($"(select count(*) from {node.Source.From} where {PageSql.AllRows(node).Sql})"),
        ConnectionItem.Nodes nodes => List(JsonText.Object(nodes.Selections, _row)),
        ConnectionItem.Edges edges => List(JsonText.Braces([.. edges.Items.Select(edge => (edge.Key, Edge(edge)))])),
        ConnectionItem.Fault fault => JsonText.Fault(fault.Number),
        ConnectionItem.PageInfo info => JsonText.Braces([.. info.Items.Select(field => (field.Key, PageInfo(field.Field)))]),
        _ => throw new InvalidOperationException($"There is no JSON text for {item}."),
    };

    private SqlFragment Edge(EdgeItem edge) => edge switch
    {
        EdgeItem.Typename typename => JsonText.Text(typename.TypeName),
        EdgeItem.Node row => JsonText.Object(row.Selections, _row),
        // Inside the derived table the cursor is not a column yet.
        _ => SqlFragment.Of($"concat('\"', {Cursor.InSql(Cursor.Digest(node.Source.Table, node.Order), _page.Order)}, '\"')"),
    };

    /// <summary>The rows of the page, without the one beyond it, in the order of the list.</summary>
    private SqlFragment List(SqlFragment json)
    {
        _numbered = true;
        var name = new SqlIdentifier($"json_{_columns.Count}");
        // Rows that are shown in two lists are read once.
        var mark = node.MarksRows && _columns.Count == 0
            ? SqlFragment.Of($"repeat(E'\\t', {new SqlInteger(OperationCost.OfRow(node))}) || ")
            : SqlFragment.Of($"");
        // The row beyond the page is not shown. To make its text would be one row too many at each level: two to the power of the depth.
        var shown = node.AsksForMore
            ? SqlFragment.Of($"case when {RowNumber} <= {node.Window.Size} then {mark}{json} end")
            : mark + json;
        _columns.Add(SqlFragment.Of($", {shown} as {name}"));
        var order = node.Window.Backward ? SqlFragment.Of($"{Alias}.{Number} desc") : SqlFragment.Of($"{Alias}.{Number}");
        return SqlFragment.Of($"concat('[', string_agg({Alias}.{name}, ',' order by {order}) filter (where {Alias}.{Number} <= {node.Window.Size}), ']')");
    }

    private SqlFragment PageInfo(PageInfoField field) => field switch
    {
        PageInfoField.Typename => SqlFragment.Of($"'\"PageInfo\"'"),
        PageInfoField.HasNextPage => node.Window.Backward ? OtherSide() : HasMore(),
        PageInfoField.HasPreviousPage => node.Window.Backward ? HasMore() : OtherSide(),
        PageInfoField.StartCursor => CursorAt(first: !node.Window.Backward),
        _ => CursorAt(first: node.Window.Backward),
    };

    private SqlFragment OtherSide() => SqlFragment.Of($"({PageSql.HasOtherSide(node)})::text");

    private SqlFragment HasMore()
    {
        _numbered = true;
        return SqlFragment.Of($"(count(*) > {node.Window.Size})::text");
    }

    /// <summary>The cursor of the row read first, or of the last one that the page shows.</summary>
    private SqlFragment CursorAt(bool first)
    {
        _numbered = _cursors = true;
        var direction = first ? SqlFragment.Of($"") : SqlFragment.Of($" desc");
        return SqlFragment.Of(
            $"coalesce('\"' || (array_agg({Alias}.{CursorText} order by {Alias}.{Number}{direction}) filter (where {Alias}.{Number} <= {node.Window.Size}))[1] || '\"', 'null')");
    }
}
