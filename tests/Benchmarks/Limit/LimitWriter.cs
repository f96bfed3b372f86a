using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>Writes columns as JSON; texts go over as the bytes that PostgreSQL sent.</summary>
internal sealed class LimitWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(64 << 10);
    private byte[] _text = new byte[16 << 10];

    public LimitWriter() => Json = new Utf8JsonWriter(_output, new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public Utf8JsonWriter Json { get; }

    /// <summary>What was written, until <see cref="Reset"/>.</summary>
    public ReadOnlyMemory<byte> Output => _output.WrittenMemory;

    public void Reset()
    {
        _output.ResetWrittenCount();
        Json.Reset();
    }

    public void Text(JsonEncodedText key, NpgsqlDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal)) Json.WriteNull(key);
        else Json.WriteString(key, Bytes(row, ordinal));
    }

    /// <summary>A state or kind, which the contract writes in upper case.</summary>
    public void Name(JsonEncodedText key, NpgsqlDataReader row, int ordinal)
    {
        var bytes = Bytes(row, ordinal);
        Ascii.ToUpperInPlace(bytes, out _);
        Json.WriteString(key, bytes);
    }

    public void Date(JsonEncodedText key, NpgsqlDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal)) Json.WriteNull(key);
        else Date(key, row.GetFieldValue<DateOnly>(ordinal));
    }

    public void Date(JsonEncodedText key, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Json.WriteString(key, text);
    }

    /// <summary>A column that is the items of a JSON array already.</summary>
    public void Items(JsonEncodedText key, NpgsqlDataReader row, int ordinal)
    {
        Json.WritePropertyName(key);
        if (row.IsDBNull(ordinal))
        {
            Json.WriteStartArray();
            Json.WriteEndArray();
            return;
        }

        Json.WriteRawValue(Bytes(row, ordinal), skipInputValidation: true);
    }

    private Span<byte> Bytes(NpgsqlDataReader row, int ordinal)
    {
        using var stream = row.GetStream(ordinal);
        var length = (int)stream.Length;
        if (_text.Length < length) _text = new byte[length * 2];
        stream.ReadExactly(_text, 0, length);
        return _text.AsSpan(0, length);
    }
}
