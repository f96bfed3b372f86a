using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;
using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Reads of a row what its cursor carries: the keys of the order, as a JSON array of texts and nulls. They are typed columns, most of which
/// the answer shows anyway; made by PostgreSQL, the array took a tenth of the time of a page of 500 rows.</summary>
internal sealed class CursorReader
{
    private readonly (int Ordinal, SqlType Type, bool IsNullable)[] _keys;

    public CursorReader(KeysetOrder order, StatementColumns columns) =>
        _keys = [.. order.Terms.Select(term => term.Type.WritesText
            ? (columns.Add(term.Value, term.Type), term.Type, term.IsNullable)
            : (columns.Add(SqlFragment.Of($"({term.Value})::text"), SqlTypes.Text), SqlTypes.Text, term.IsNullable))];

    public void Write(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var (ordinal, type, isNullable) in _keys)
        {
            if (isNullable && row.IsDBNull(ordinal)) json.WriteNullValue();
            else type.WriteText(row, ordinal, json);
        }
        json.WriteEndArray();
    }
}

/// <summary>The keys of the row that was read last. They are kept, for nobody knows of a row that it is the last one until the next is asked for.</summary>
internal sealed class CursorKeys
{
    private readonly CursorReader _reader;
    private readonly ArrayBufferWriter<byte> _written = new(128);
    private readonly Utf8JsonWriter _json;

    public CursorKeys(CursorReader reader) => (_reader, _json) = (reader, new Utf8JsonWriter(_written, ResponseJson.WriterOptions));

    public bool IsRead => _written.WrittenCount > 0;

    public ReadOnlySpan<byte> Written => _written.WrittenSpan;

    public void Read(NpgsqlDataReader row)
    {
        _written.ResetWrittenCount();
        _json.Reset();
        _reader.Write(row, _json);
        _json.Flush();
    }
}
