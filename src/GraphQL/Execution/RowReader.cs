using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>How a row of the statement, and those that come beside it, become an object of the answer.</summary>
/// <param name="Before">The fields before the list, or all where there is none.</param>
/// <param name="List">The list whose rows each are a row of the statement (<see cref="Sql.ListBeside"/>).</param>
/// <param name="After">The fields behind the list; they are in the list's first row, which is gone when they are to be written.</param>
internal sealed record RowReader(FieldReader[] Before, ListReader? List, FieldReader[] After)
{
    /// <summary>Of a row that stands alone.</summary>
    public RowReader(FieldReader[] fields) : this(fields, List: null, []) { }
}

/// <summary>A list whose rows come in rows of the statement that repeat the row the list belongs to.</summary>
/// <param name="Owner">Tells that row from others; null where all rows of the branch belong to one.</param>
internal sealed record ListReader(JsonEncodedText Key, OwnerKey? Owner, ListFrame Frame, RowReader Row);

/// <summary>Where the key of the row stands that a list belongs to; what is the same for all rows is left out.</summary>
/// <param name="District">The ordinal of the district.</param>
/// <param name="Own">The ordinal of the table's own id.</param>
internal sealed record OwnerKey(int? District, int? Own)
{
    public RowKey Read(NpgsqlDataReader row) => new(District is { } district ? row.GetInt32(district) : 0, Own is { } own ? row.GetInt64(own) : null);
}

/// <summary>The connection around the rows of a joined list.</summary>
/// <param name="Before">What is selected of the connection before its rows: names of its type, the same for every row.</param>
/// <param name="RowsKey">The key under which the rows stand.</param>
/// <param name="Present">Tells whether there is a row of the list at all.</param>
/// <param name="After">What is selected behind the rows, as before them.</param>
internal sealed record ListFrame(FieldReader[] Before, JsonEncodedText RowsKey, Presence Present, FieldReader[] After)
{
    public void Begin(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        FieldReader.WriteAll(Before, row, json);
        json.WriteStartArray(RowsKey);
    }

    public void End(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteEndArray();
        FieldReader.WriteAll(After, row, json);
        json.WriteEndObject();
    }
}

/// <summary>How a row of the statement tells whether a joined row is there.</summary>
/// <param name="Ordinal">Of a flag, or of a column that is null only where there is no row.</param>
internal readonly record struct Presence(int Ordinal, bool IsFlag)
{
    public bool IsIn(NpgsqlDataReader row) => IsFlag ? row.GetBoolean(Ordinal) : !row.IsDBNull(Ordinal);
}
