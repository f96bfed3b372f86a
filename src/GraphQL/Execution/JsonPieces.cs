using System.Buffers;
using System.Text.Json;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>JSON values that are written now and shown later, or in another order.</summary>
internal sealed class JsonPieces
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<Range> _pieces = [];
    private readonly Utf8JsonWriter _json;

    public JsonPieces() => _json = new Utf8JsonWriter(_bytes, ResponseJson.WriterOptions);

    /// <summary>Adds one value and gives its number.</summary>
    public int Add(Action<Utf8JsonWriter> write) => Add(write, static (write, json) => write(json));

    /// <summary>Adds one value, written of something, and gives its number.</summary>
    public int Add<T>(T of, Action<T, Utf8JsonWriter> write)
    {
        int start = _bytes.WrittenCount;
        _json.Reset(_bytes);
        write(of, _json);
        _json.Flush();
        _pieces.Add(start.._bytes.WrittenCount);
        return _pieces.Count - 1;
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _pieces.Clear();
    }

    public void Write(int number, Utf8JsonWriter json) => json.WriteRawValue(_bytes.WrittenSpan[_pieces[number]], skipInputValidation: true);

    /// <summary>Writes all of them as an array.</summary>
    public void WriteArray(Utf8JsonWriter json, bool reversed)
    {
        json.WriteStartArray();
        for (int i = 0; i < _pieces.Count; i++) Write(reversed ? _pieces.Count - 1 - i : i, json);
        json.WriteEndArray();
    }
}
