using System.Text;
using System.Text.Json;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>A value of a row of an export. The values of a list stand one after the other with <c>; </c> between them.</summary>
public sealed class ExportCell
{
    private byte[] _bytes = new byte[64];
    private int _length;
    private int _values;
    private bool _hasValue;

    internal ExportCell(ExportColumn column) => Column = column;

    public ExportColumn Column { get; }

    /// <summary>There is no value.</summary>
    public bool IsNull => !_hasValue;

    /// <summary>The value in UTF-8, without quotes or escapes.</summary>
    public ReadOnlySpan<byte> Utf8 => _bytes.AsSpan(0, _length);

    /// <summary>The value as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    internal void Clear() => (_length, _values, _hasValue) = (0, 0, false);

    internal void AddNull() => Begin(0);

    internal void AddPlain(ReadOnlySpan<byte> text)
    {
        var to = Begin(text.Length);
        text.CopyTo(to);
        _length += text.Length;
        _hasValue = true;
    }

    /// <summary>The string at which the reader stands.</summary>
    internal void AddText(ref Utf8JsonReader json)
    {
        var to = Begin(json.ValueSpan.Length);
        _length += json.CopyString(to);
        _hasValue = true;
    }

    private Span<byte> Begin(int length)
    {
        int needed = _length + length + 2;
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        if (_values++ > 0)
        {
            "; "u8.CopyTo(_bytes.AsSpan(_length));
            _length += 2;
        }
        return _bytes.AsSpan(_length);
    }
}
