using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Writes one field of a row's answer from the columns of the statement's current row.</summary>
internal abstract class FieldReader(string key)
{
    /// <summary>The field's key in the answer.</summary>
    public JsonEncodedText Key { get; } = JsonEncodedText.Encode(key);

    public void Write(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WritePropertyName(Key);
        WriteValue(row, json);
    }

    /// <summary>Writes what stands under the field's key.</summary>
    public abstract void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json);

    /// <summary>Writes the object of a row.</summary>
    public static void WriteObject(FieldReader[] fields, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteAll(fields, row, json);
        json.WriteEndObject();
    }

    /// <summary>Writes fields of an object one after the other.</summary>
    public static void WriteAll(FieldReader[] fields, NpgsqlDataReader row, Utf8JsonWriter json)
    {
        foreach (var field in fields) field.Write(row, json);
    }
}

/// <summary>A text that is the same for every row.</summary>
internal sealed class ConstantReader(string key, string value) : FieldReader(key)
{
    private readonly JsonEncodedText _value = JsonEncodedText.Encode(value);

    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json) => json.WriteStringValue(_value);
}

/// <summary>The mark of a field that fails, or of the object it stands in.</summary>
internal sealed class FaultReader(FaultNode fault) : FieldReader(fault.OfSelections ? FaultyAnswer.Mark : fault.Key.Value)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        if (fault.OfSelections) json.WriteNumberValue(fault.Number);
        else FaultyAnswer.WriteMark(fault.Number, json);
    }
}

/// <summary>A typed column.</summary>
internal sealed class ColumnReader(string key, int ordinal, SqlType type, bool isNullable) : FieldReader(key)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        if (isNullable && row.IsDBNull(ordinal)) json.WriteNullValue();
        else type.WriteJson(row, ordinal, json);
    }
}

/// <summary>The global id of a row, from its key's columns.</summary>
internal sealed class GlobalIdReader(string key, string typeName, IReadOnlyList<int> keyOrdinals) : FieldReader(key)
{
    private readonly byte[] _type = Encoding.ASCII.GetBytes(typeName + ":");

    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json) => RowKeyReader.Read(row, keyOrdinals).WriteId(_type, json);
}

/// <summary>A related row whose columns stand in the same row of the statement.</summary>
internal sealed class ObjectReader(string key, Presence present, FieldReader[] fields) : FieldReader(key)
{
    public bool IsPresent(NpgsqlDataReader row) => present.IsIn(row);

    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        if (IsPresent(row)) WriteObject(fields, row, json);
        else json.WriteNullValue();
    }
}

/// <summary>The one of several related rows that is there.</summary>
internal sealed class OneOfReader(string key, ObjectReader[] rows) : FieldReader(key)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json) => rows.Single(one => one.IsPresent(row)).WriteValue(row, json);
}

/// <summary>An object that is always there, of columns of the same row.</summary>
internal sealed class PartReader(string key, FieldReader[] fields) : FieldReader(key)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json) => WriteObject(fields, row, json);
}

/// <summary>A list of one row at most, whose columns stand in the same row of the statement.</summary>
internal sealed class ListOfOneReader(string key, ListFrame frame, FieldReader[] fields) : FieldReader(key)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json)
    {
        frame.Begin(row, json);
        if (frame.Present.IsIn(row)) WriteObject(fields, row, json);
        frame.End(row, json);
    }
}

/// <summary>A column that is JSON text already.</summary>
internal sealed class JsonTextReader(string key, int ordinal) : FieldReader(key)
{
    public override void WriteValue(NpgsqlDataReader row, Utf8JsonWriter json) =>
        MarkedText.Write(row.GetFieldValue<byte[]>(ordinal), json);
}

/// <summary>Reads the key of a row.</summary>
internal static class RowKeyReader
{
    public static RowKey Read(NpgsqlDataReader row, IReadOnlyList<int> ordinals) =>
        new(row.GetInt32(ordinals[0]), ordinals.Count > 1 ? row.GetInt64(ordinals[1]) : null);
}
