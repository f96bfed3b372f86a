using System.Text.Json;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>A row of an export, as its format writes it; the next row comes into the same object.</summary>
public sealed class ExportRow
{
    private readonly ExportShape _shape;
    private readonly ExportCell[] _cells;
    private ReadOnlyMemory<byte> _json;
    private bool _isRead;

    internal ExportRow(ExportShape shape)
    {
        _shape = shape;
        _cells = [.. shape.Columns.Select(column => new ExportCell(column))];
    }

    /// <summary>The row's object as a query answers it, in UTF-8 and on one line.</summary>
    public ReadOnlyMemory<byte> Json
    {
        get => _json;
        internal set => (_json, _isRead) = (value, false);
    }

    /// <summary>The values, one for each column.</summary>
    public IReadOnlyList<ExportCell> Cells
    {
        get
        {
            if (!_isRead) Read();
            return _cells;
        }
    }

    private void Read()
    {
        _isRead = true;
        foreach (var cell in _cells) cell.Clear();
        var json = new Utf8JsonReader(_json.Span);
        json.Read();
        ReadObject(ref json, _shape.Row);
    }

    private void ReadObject(ref Utf8JsonReader json, ExportShape.Part part)
    {
        int next = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = Find(ref json, part.Members, ref next);
            json.Read();
            if (member is null) json.Skip();
            else ReadValue(ref json, member);
        }
    }

    /// <summary>Members come in the order in which they were selected, but for those of types that a row has not.</summary>
    private static ExportShape.Place? Find(ref Utf8JsonReader json, ExportShape.Place[] members, ref int next)
    {
        for (int tried = 0; tried < members.Length; tried++)
        {
            var member = members[(next + tried) % members.Length];
            if (!json.ValueTextEquals(member.Key)) continue;
            next = (next + tried + 1) % members.Length;
            return member;
        }
        return null;
    }

    private void ReadValue(ref Utf8JsonReader json, ExportShape.Place place)
    {
        if (place is ExportShape.Leaf leaf)
        {
            ReadLeaf(ref json, _cells[leaf.Column]);
            return;
        }
        var part = (ExportShape.Part)place;
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject: ReadObject(ref json, part); break;
            case JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray) ReadValue(ref json, part);
                break;
            default: AddNothing(part); break;
        }
    }

    private void ReadLeaf(ref Utf8JsonReader json, ExportCell cell)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null: cell.AddNull(); break;
            case JsonTokenType.String: cell.AddText(ref json); break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                int start = (int)json.TokenStartIndex;
                json.Skip();
                cell.AddPlain(_json.Span[start..(int)json.BytesConsumed]);
                break;
            default: cell.AddPlain(json.ValueSpan); break;
        }
    }

    /// <summary>A related row that is not there: the values of a list stay beside each other in all its columns.</summary>
    private void AddNothing(ExportShape.Part part)
    {
        foreach (var member in part.Members)
        {
            if (member is ExportShape.Leaf leaf) _cells[leaf.Column].AddNull();
            else AddNothing((ExportShape.Part)member);
        }
    }
}
