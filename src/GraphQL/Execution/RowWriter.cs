using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Writes rows of one branch with the lists that come beside them, and moves on to what comes after each.</summary>
internal sealed class RowWriter
{
    private readonly RowReader _shown;
    private readonly RowStream _rows;
    private readonly Branch _branch;
    private readonly RowWriter? _owner;
    private readonly RowWriter? _list;
    private readonly JsonPieces? _after;
    private RowKey _key;

    public RowWriter(RowReader shown, RowStream rows, Branch branch, RowWriter? owner = null)
    {
        (_shown, _rows, _branch, _owner) = (shown, rows, branch, owner);
        if (shown.List is null) return;
        _list = new RowWriter(shown.List.Row, rows, branch, this);
        if (shown.After.Length > 0) _after = new JsonPieces();
    }

    /// <summary>Writes the object of the current row; then the current row is the next that does not belong to it.</summary>
    public ValueTask WriteAsync(Utf8JsonWriter json, CancellationToken cancellation)
    {
        if (_shown.List is { } list) return WriteWithListAsync(list, json, cancellation);
        FieldReader.WriteObject(_shown.Before, _rows.Row, json);
        return _rows.MoveNextAsync(cancellation);
    }

    private async ValueTask WriteWithListAsync(ListReader list, Utf8JsonWriter json, CancellationToken cancellation)
    {
        json.WriteStartObject();
        FieldReader.WriteAll(_shown.Before, _rows.Row, json);
        KeepAfter();

        json.WritePropertyName(list.Key);
        list.Frame.Begin(_rows.Row, json);
        if (list.Frame.Present.IsIn(_rows.Row))
        {
            if (list.Owner is { } owner) _key = owner.Read(_rows.Row);
            do await _list!.WriteAsync(json, cancellation);
            while (IsStillOwner());
        }
        else
        {
            await _rows.MoveNextAsync(cancellation);
        }
        list.Frame.End(_rows.Row, json);

        WriteAfter(json);
        json.WriteEndObject();
    }

    /// <summary>Whether the current row repeats the row that is being written, and those which that belongs to.</summary>
    private bool IsStillOwner() => _rows.IsAt(_branch)
        && (_shown.List!.Owner is not { } owner || owner.Read(_rows.Row) == _key)
        && (_owner is null || _owner.IsStillOwner());

    private void KeepAfter()
    {
        if (_after is null) return;
        _after.Clear();
        foreach (var field in _shown.After) _after.Add((field, _rows.Row), static (of, json) => of.field.WriteValue(of.Row, json));
    }

    private void WriteAfter(Utf8JsonWriter json)
    {
        for (int i = 0; i < _shown.After.Length; i++)
        {
            json.WritePropertyName(_shown.After[i].Key);
            _after!.Write(i, json);
        }
    }
}
