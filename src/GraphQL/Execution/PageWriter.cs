using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Writes a page at the root while its rows come. The fields stand in the order of the request, so the first list is
/// written as its rows arrive, and only what comes twice, or before what it depends on, waits in memory.</summary>
internal sealed class PageWriter(ConnectionBranches branches, RowStream rows, ResponseOutput output, SlotScope scope)
{
    private readonly ConnectionNode _node = branches.Node;
    private readonly int _size = branches.Node.Window.Size.PageSize(scope);
    private readonly string _digest = branches.Page?.Keys is null ? "" : Cursor.Digest(branches.Node.Source, branches.Node.Order);
    private readonly Dictionary<ConnectionItem, JsonPieces> _waiting = [];
    private readonly ConnectionItem? _streamed = branches.Node.Streamed;
    private readonly RowWriter? _rowWithList = branches.Page is { WithList: { } shown } page ? new RowWriter(shown, rows, page) : null;
    private long _totalCount;
    private int _rows;
    private bool _otherSide, _hasMore;
    private readonly CursorKeys? _lastKeys = branches.Page?.Keys is { } keys ? new CursorKeys(keys) : null;
    private string? _firstCursor;

    private Utf8JsonWriter Json => output.Json;

    /// <summary>Writes the page and tells how many rows it has.</summary>
    public async Task<int> WriteAsync(CancellationToken cancellation)
    {
        await ReadHeadAsync(cancellation);
        MakeRoomForTheOtherLists();
        Json.WriteStartObject();
        if (_streamed is null) await ReadRowsAsync(cancellation);
        foreach (var item in _node.Items)
        {
            Json.WritePropertyName(item.Key.Value);
            if (item == _streamed) await StreamListAsync(cancellation);
            else WriteItem(item);
        }
        Json.WriteEndObject();
        return _rows;
    }

    private async Task ReadHeadAsync(CancellationToken cancellation)
    {
        if (branches.Head is not { } head || !rows.IsAt(head)) return;
        if (head.TotalCount is { } total) _totalCount = rows.Row.GetInt64(total);
        if (head.OtherSide is { } otherSide) _otherSide = rows.Row.GetBoolean(otherSide);
        await rows.MoveNextAsync(cancellation);
    }

    private void MakeRoomForTheOtherLists()
    {
        foreach (var list in _node.Items)
            if (list is ConnectionItem.Nodes or ConnectionItem.Edges && list != _streamed) _waiting[list] = new JsonPieces();
    }

    private async Task StreamListAsync(CancellationToken cancellation)
    {
        Json.WriteStartArray();
        await ReadRowsAsync(cancellation);
        Json.WriteEndArray();
    }

    private async Task ReadRowsAsync(CancellationToken cancellation)
    {
        if (branches.Page is not { } page) return;
        while (rows.IsAt(page))
        {
            if (_rows < _size) await WriteRowAsync(page, cancellation);
            else await PassRowBeyondAsync(cancellation);
            await output.FlushIfLargeAsync(cancellation);
        }
    }

    /// <summary>Several rows where a list stands beside it.</summary>
    private ValueTask PassRowBeyondAsync(CancellationToken cancellation)
    {
        _hasMore = true;
        return rows.MoveNextAsync(cancellation);
    }

    private ValueTask WriteRowAsync(PageBranch page, CancellationToken cancellation)
    {
        _rows++;
        if (_lastKeys is not null)
        {
            _lastKeys.Read(rows.Row);
            _firstCursor ??= LastCursor();
        }
        if (_rowWithList is not null) return WriteWithListAsync(_rowWithList, cancellation);
        var row = rows.Row;
        if (_streamed is not null) WriteListItem(_streamed, page, row, Json);
        foreach (var (list, pieces) in _waiting) pieces.Add(json => WriteListItem(list, page, row, json));
        return rows.MoveNextAsync(cancellation);
    }

    /// <summary>The only list of the page, while its rows come.</summary>
    private async ValueTask WriteWithListAsync(RowWriter row, CancellationToken cancellation)
    {
        if (_streamed is not ConnectionItem.Edges edges)
        {
            await row.WriteAsync(Json, cancellation);
            return;
        }
        Json.WriteStartObject();
        foreach (var item in edges.Items)
        {
            Json.WritePropertyName(item.Key.Value);
            if (item is EdgeItem.Node) await row.WriteAsync(Json, cancellation);
            else WriteEdgeItem(item, Json);
        }
        Json.WriteEndObject();
    }

    private void WriteListItem(ConnectionItem list, PageBranch page, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        if (list is ConnectionItem.Nodes nodes) FieldReader.WriteObject(page.Shown[PageBranch.PlaceOf(nodes)].Before, row, json);
        else WriteEdge((ConnectionItem.Edges)list, page, row, json);
    }

    private void WriteEdge(ConnectionItem.Edges edges, PageBranch page, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var item in edges.Items)
        {
            json.WritePropertyName(item.Key.Value);
            if (item is EdgeItem.Node node) FieldReader.WriteObject(page.Shown[PageBranch.PlaceOf(edges, node)].Before, row, json);
            else WriteEdgeItem(item, json);
        }
        json.WriteEndObject();
    }

    private void WriteEdgeItem(EdgeItem item, Utf8JsonWriter json) =>
        json.WriteStringValue(item is EdgeItem.Typename typename ? typename.TypeName.Value : LastCursor());

    private void WriteItem(ConnectionItem item)
    {
        switch (item)
        {
            case ConnectionItem.Typename typename: Json.WriteStringValue(typename.TypeName.Value); break;
            case ConnectionItem.TotalCount: Json.WriteNumberValue(_totalCount); break;
            case ConnectionItem.PageInfo info: WritePageInfo(info); break;
            case ConnectionItem.Fault fault: FaultyAnswer.WriteMark(fault.Number, Json); break;
            default: _waiting[item].WriteArray(Json, reversed: _node.Window.Backward); break;
        }
    }

    private void WritePageInfo(ConnectionItem.PageInfo info)
    {
        bool backward = _node.Window.Backward;
        Json.WriteStartObject();
        foreach (var item in info.Items)
        {
            Json.WritePropertyName(item.Key.Value);
            switch (item.Field)
            {
                case PageInfoField.HasNextPage: Json.WriteBooleanValue(backward ? _otherSide : _hasMore); break;
                case PageInfoField.HasPreviousPage: Json.WriteBooleanValue(backward ? _hasMore : _otherSide); break;
                case PageInfoField.StartCursor: WriteCursor(backward ? LastCursor() : _firstCursor); break;
                case PageInfoField.EndCursor: WriteCursor(backward ? _firstCursor : LastCursor()); break;
                default: Json.WriteStringValue("PageInfo"u8); break;
            }
        }
        Json.WriteEndObject();
    }

    private void WriteCursor(string? cursor)
    {
        if (cursor is null) Json.WriteNullValue();
        else Json.WriteStringValue(cursor);
    }

    /// <summary>The cursor of the row that was read last; null where there was none.</summary>
    private string? LastCursor() => _lastKeys is { IsRead: true } ? Cursor.Encode(_digest, _lastKeys.Write()) : null;
}
