using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The aggregates over a nested page's rows that make the page's JSON. Where something is asked of the page itself, its rows stand in a
/// derived table first: with a number, a JSON text for each list that shows them, and a cursor.</summary>
internal sealed class PageColumns(ConnectionNode node)
{
    private static readonly SqlIdentifier Number = new("number"), CursorText = new("cursor");

    private readonly PageSql _page = PageSql.Of(node);
    private readonly RowSql _row = new();
    private readonly SqlAlias _numberedRows = new();
    private readonly List<SqlFragment> _columns = [];
    private readonly bool _numbered = node.AsksForMore || node.Asks(PageInfoField.StartCursor) || node.Asks(PageInfoField.EndCursor);
    private bool _cursors;

    /// <summary>False where only what needs no row is asked, such as the total.</summary>
    public bool Needed { get; private set; } = node.AsksForMore;

    /// <summary>The rows as they stand in FROM; numbers go in the direction of reading, so the row beyond the page is last.</summary>
    public SqlFragment Rows
    {
        get
        {
            var rows = SqlFragment.Of($"{_page.From}{_row.Joins}");
            if (!_numbered) return rows;
            var cursor = _cursors
                ? SqlFragment.Of($", {Cursor.InSql(Cursor.Digest(node.Source, node.Order), _page.Order).ToSql()} as {CursorText}")
                : SqlFragment.Of($"");
            return SqlFragment.Of($"(select {RowNumber} as {Number}{cursor}{SqlFragment.Join($"", _columns)} from {rows}) {_numberedRows}");
        }
    }

    private SqlFragment RowNumber => SqlFragment.Of($"row_number() over (order by {_page.Order.OrderBy(node.Window.Backward)})");

    /// <summary>The JSON of one field of the connection.</summary>
    public JsonTextParts Item(ConnectionItem item) => item switch
    {
        ConnectionItem.Typename typename => JsonText.Text(typename.TypeName),
        ConnectionItem.TotalCount => Text(SqlFragment.Of($"(select count(*) from {node.Source.From} where {PageSql.AllRows(node).Sql})")),
        ConnectionItem.Nodes nodes => List(JsonText.Object(nodes.Selections, _row)),
        ConnectionItem.Edges edges => List(JsonText.Braces([.. edges.Items.Select(edge => (edge.Key, Edge(edge)))])),
        ConnectionItem.Fault fault => JsonText.Fault(fault.Number),
        ConnectionItem.PageInfo info => JsonText.Braces([.. info.Items.Select(field => (field.Key, PageInfo(field.Field)))]),
        _ => throw new InvalidOperationException($"There is no JSON text for {item}."),
    };

    private static JsonTextParts Text(SqlFragment expression) => new JsonTextParts().Add(expression);

    private JsonTextParts Edge(EdgeItem edge) => edge switch
    {
        EdgeItem.Typename typename => JsonText.Text(typename.TypeName),
        EdgeItem.Node row => JsonText.Object(row.Selections, _row),
        _ => new JsonTextParts().AddBase64Url(Cursor.InSql(Cursor.Digest(node.Source, node.Order), _page.Order)),
    };

    /// <summary>The rows of the page, without the one beyond it, in the order of the list.</summary>
    private JsonTextParts List(JsonTextParts row)
    {
        // Rows that are shown in two lists are read once.
        var mark = node.MarksRows && !Needed
            ? SqlFragment.Of($"repeat(E'\\t', {new SqlInteger(OperationCost.OfRow(node))}) || ")
            : SqlFragment.Of($"");
        Needed = true;
        var json = mark + row.ToSql();
        return new JsonTextParts().Add($"[").Add(_numbered ? Numbered(json) : Ordered(json)).Add($"]");
    }

    /// <summary>The rows come in the order of the page, so nothing is sorted again.</summary>
    private SqlFragment Ordered(SqlFragment json) => SqlFragment.Of($"string_agg({json}, ',' order by {_page.Order.OrderBy(reversed: false)})");

    private SqlFragment Numbered(SqlFragment json)
    {
        var name = new SqlIdentifier($"json_{_columns.Count}");
        // The row beyond the page is not shown. To make its text would be one row too many at each level: two to the power of the depth.
        var shown = node.AsksForMore
            ? SqlFragment.Of($"case when {RowNumber} <= {node.Window.Size.Sql} then {json} end")
            : json;
        _columns.Add(SqlFragment.Of($", {shown} as {name}"));
        var order = node.Window.Backward ? SqlFragment.Of($"{_numberedRows}.{Number} desc") : SqlFragment.Of($"{_numberedRows}.{Number}");
        return SqlFragment.Of($"string_agg({_numberedRows}.{name}, ',' order by {order}) filter (where {_numberedRows}.{Number} <= {node.Window.Size.Sql})");
    }

    private JsonTextParts PageInfo(PageInfoField field) => field switch
    {
        PageInfoField.Typename => new JsonTextParts().Add($"\"PageInfo\""),
        PageInfoField.HasNextPage => node.Window.Backward ? OtherSide() : HasMore(),
        PageInfoField.HasPreviousPage => node.Window.Backward ? HasMore() : OtherSide(),
        PageInfoField.StartCursor => CursorAt(first: !node.Window.Backward),
        _ => CursorAt(first: node.Window.Backward),
    };

    private JsonTextParts OtherSide() => Text(SqlFragment.Of($"({PageSql.HasOtherSide(node)})::text"));

    private JsonTextParts HasMore() => Text(SqlFragment.Of($"(count(*) > {node.Window.Size.Sql})::text"));

    /// <summary>The cursor of the row read first, or of the last one that the page shows.</summary>
    private JsonTextParts CursorAt(bool first)
    {
        Needed = _cursors = true;
        var direction = first ? SqlFragment.Of($"") : SqlFragment.Of($" desc");
        var cursor = SqlFragment.Of($"(array_agg({_numberedRows}.{CursorText} order by {_numberedRows}.{Number}{direction}) filter (where {_numberedRows}.{Number} <= {node.Window.Size.Sql}))[1]");
        return Text(SqlFragment.Of($"coalesce({new JsonTextParts().AddBase64Url(Text(cursor)).ToSqlOrNull()}, 'null')"));
    }
}
