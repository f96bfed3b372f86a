using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>An input object as it was coerced: of a mutation, or one inside it.</summary>
internal class MutationInput(IReadOnlyDictionary<string, object?> fields)
{
    /// <summary>The field was given, if with null.</summary>
    public bool Has(string field) => fields.ContainsKey(field);

    public string Text(string field) => (string)fields[field]!;

    public string? OptionalText(string field) => fields.GetValueOrDefault(field) as string;

    public int? Number(string field) => fields.GetValueOrDefault(field) as int?;

    public decimal Decimal(string field) => System.Convert.ToDecimal(fields[field], CultureInfo.InvariantCulture);

    public bool? Flag(string field) => fields.GetValueOrDefault(field) as bool?;

    public DateOnly? Day(string field) => fields.GetValueOrDefault(field) as DateOnly?;

    public TEnum Choice<TEnum>(string field) where TEnum : struct, Enum => EnumOf<TEnum>(fields[field]);

    public TEnum? OptionalChoice<TEnum>(string field) where TEnum : struct, Enum => fields.GetValueOrDefault(field) is { } value ? EnumOf<TEnum>(value) : null;

    public IReadOnlyList<TEnum>? Choices<TEnum>(string field) where TEnum : struct, Enum =>
        fields.GetValueOrDefault(field) is IEnumerable<object?> values ? [.. values.Select(EnumOf<TEnum>)] : null;

    public IReadOnlyList<string> Texts(string field) => fields.GetValueOrDefault(field) is IEnumerable<object?> texts ? [.. texts.Cast<string>()] : [];

    /// <summary>The input objects of a list; null where it was not given.</summary>
    public IReadOnlyList<MutationInput>? Items(string field) => fields.GetValueOrDefault(field) is IEnumerable<object?> items
        ? [.. items.Select(item => new MutationInput((IReadOnlyDictionary<string, object?>)item!))]
        : null;

    /// <summary>The key of a global id of that type.</summary>
    public RowKey Key(string field, string type) => KeyOf(Text(field), field, type);

    /// <summary>The key of a global id of that type, where it is given.</summary>
    public RowKey? OptionalKey(string field, string type) => OptionalText(field) is { } id ? KeyOf(id, field, type) : null;

    public IReadOnlyList<RowKey> Keys(string field, string type) => [.. Texts(field).Select(id => KeyOf(id, field, type))];

    /// <summary>The record of a global id of that type.</summary>
    public RecordKey Record(string field, string type) => RecordOf(Key(field, type), field);

    /// <summary>The record of a global id of that type, where it is given.</summary>
    public RecordKey? OptionalRecord(string field, string type) => OptionalKey(field, type) is { } key ? RecordOf(key, field) : null;

    public IReadOnlyList<RecordKey> Records(string field, string type) => [.. Keys(field, type).Select(key => RecordOf(key, field))];

    /// <summary>The account of a global id.</summary>
    public AccountKey AccountKey(string field, string type = "Account") => Key(field, type) is { Id: { } number } key
        ? new AccountKey(key.DistrictId, number)
        : throw NotAnId(field, type);

    /// <summary>A value that may be null, where the field was given at all.</summary>
    public Given<T>? GivenOf<T>(string field, Func<T> value) => Has(field) ? new(value()) : null;

    /// <summary>The key under which the mutation is done once, with the hash of all the rest of the input.</summary>
    /// <exception cref="RefusedException">The key is empty or too long.</exception>
    public OnceOnly? OnceOnly(string mutation)
    {
        if (OptionalText(TermsFields.IdempotencyKey) is not { } key)
            return null;
        _ = InputText.Require(key, TermsFields.IdempotencyKey, Data.Tenancy.OnceOnly.LongestKey);
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
            Write(json, fields.Where(field => field.Key != TermsFields.IdempotencyKey));
        return new OnceOnly(key, mutation, SHA256.HashData(written.GetBuffer().AsSpan(0, (int)written.Length)));
    }

    private static RowKey KeyOf(string text, string field, string type) =>
        GlobalId.TryParse(text, out var id) && id.TypeName == type ? id.Key : throw NotAnId(field, type);

    private static RecordKey RecordOf(RowKey key, string field) => key.Id is { } id ? new(key.DistrictId, id) : throw NotAnId(field, "record");

    public static RefusedException NotAnId(string field, string type) => new(Refusal.InvalidInput($"This is not the id of a {type}. 编号无效。", field));

    private static TEnum EnumOf<TEnum>(object? value) where TEnum : struct, Enum => EnumText<TEnum>.Parse(((EnumValue)value!).StoredAs!);

    private static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case IReadOnlyDictionary<string, object?> nested: Write(json, nested.AsEnumerable()); break;
            case string text: json.WriteStringValue(text); break;
            case EnumValue choice: json.WriteStringValue(choice.Name); break;
            case IEnumerable<object?> list:
                json.WriteStartArray();
                foreach (object? item in list) Write(json, item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}

/// <summary>The fields that say how a change is asked for.</summary>
internal static class TermsFields
{
    public const string ExpectedVersion = "expectedVersion", IdempotencyKey = "idempotencyKey";
}
