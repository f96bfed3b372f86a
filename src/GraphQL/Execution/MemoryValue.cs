using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>A completed value in memory, waiting for the rows that it points to.</summary>
internal abstract record MemoryValue
{
    public sealed record Null : MemoryValue;

    public sealed record Scalar(object Value) : MemoryValue;

    public sealed record List(IReadOnlyList<MemoryValue> Items) : MemoryValue;

    public sealed record Object(IReadOnlyList<(string Key, MemoryValue Value)> Fields) : MemoryValue;

    /// <summary>A row, shown in the way that the field at the place selects it.</summary>
    public sealed record Row(string Place, RowKey Key) : MemoryValue;

    /// <summary>An item of a list that is one thing where the viewer sees the row, and another, or none, where not.</summary>
    public sealed record Seen(Row On, MemoryValue? IfSeen, MemoryValue? IfUnseen) : MemoryValue
    {
        public MemoryValue? Shown(KeyedRows rows) => rows.Contains(On.Place, On.Key) ? IfSeen : IfUnseen;
    }

    /// <summary>The rows pointed to, by the place that shows them.</summary>
    public static void CollectReferences(MemoryValue value, Dictionary<string, HashSet<RowKey>> references)
    {
        switch (value)
        {
            case Row row:
                if (!references.TryGetValue(row.Place, out var keys)) references[row.Place] = keys = [];
                keys.Add(row.Key);
                break;
            case Seen seen:
                CollectReferences(seen.On, references);
                if (seen.IfSeen is { } inSight) CollectReferences(inSight, references);
                if (seen.IfUnseen is { } unseen) CollectReferences(unseen, references);
                break;
            case List list:
                foreach (var item in list.Items) CollectReferences(item, references);
                break;
            case Object fields:
                foreach (var (_, field) in fields.Fields) CollectReferences(field, references);
                break;
        }
    }

    public static void Write(MemoryValue value, KeyedRows rows, Utf8JsonWriter json)
    {
        switch (value)
        {
            case Null: json.WriteNullValue(); break;
            case Scalar scalar: WriteScalar(scalar.Value, json); break;
            case Row row: rows.Write(row.Place, row.Key, json); break;
            case List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    if (item is not Seen seen) Write(item, rows, json);
                    else if (seen.Shown(rows) is { } shown) Write(shown, rows, json);
                }
                json.WriteEndArray();
                break;
            case Object fields:
                json.WriteStartObject();
                foreach (var (key, field) in fields.Fields)
                {
                    json.WritePropertyName(key);
                    Write(field, rows, json);
                }
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteScalar(object value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateOnly date: json.WriteStringValue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: json.WriteStringValue(at); break;
            case Guid id: json.WriteStringValue(id); break;
            default: throw new InvalidOperationException($"A resolver gave a {value.GetType()}, which no scalar writes.");
        }
    }
}
