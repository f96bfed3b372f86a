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
    private ConnectionItem? _streamed;
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
        ChooseStreamedList();
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

    /// <summary>The first list, unless the page's information is asked for before it or the rows come from the end.</summary>
    private void ChooseStreamedList()
    {
        var first = _node.Items.FirstOrDefault(item => item is ConnectionItem.Nodes or ConnectionItem.Edges or ConnectionItem.PageInfo);
        _streamed = first is ConnectionItem.PageInfo || _node.Window.Backward ? null : first;
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
            if (_rows == _size)
            {
                _hasMore = true;
            }
            else
            {
                WriteRow(page, rows.Row);
                _rows++;
            }
            await rows.MoveNextAsync(cancellation);
            await output.FlushIfLargeAsync(cancellation);
        }
    }

    private void WriteRow(PageBranch page, NpgsqlDataReader row)
    {
        if (_lastKeys is not null)
        {
            _lastKeys.Read(row);
            _firstCursor ??= LastCursor();
        }
        if (_streamed is not null) WriteListItem(_streamed, page, row, Json);
        foreach (var (list, pieces) in _waiting) pieces.Add(json => WriteListItem(list, page, row, json));
    }

    private void WriteListItem(ConnectionItem list, PageBranch page, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        if (list is ConnectionItem.Nodes nodes) FieldReader.WriteObject(page.Fields[PageBranch.PlaceOf(nodes)], row, json);
        else WriteEdge((ConnectionItem.Edges)list, page, row, json);
    }

    private void WriteEdge(ConnectionItem.Edges edges, PageBranch page, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var item in edges.Items)
        {
            json.WritePropertyName(item.Key.Value);
            switch (item)
            {
                case EdgeItem.Node node: FieldReader.WriteObject(page.Fields[PageBranch.PlaceOf(edges, node)], row, json); break;
                case EdgeItem.Typename typename: json.WriteStringValue(typename.TypeName.Value); break;
                default: json.WriteStringValue(LastCursor()); break;
            }
        }
        json.WriteEndObject();
    }

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
    private string? LastCursor() => _lastKeys is { IsRead: true } ? Cursor.Encode(_digest, _lastKeys.Written) : null;
}
