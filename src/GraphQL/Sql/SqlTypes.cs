using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Types;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The types the engine reads and binds.</summary>
public static class SqlTypes
{
    public static readonly SqlType Smallint = new SmallintType();
    public static readonly SqlType Integer = new IntegerType();
    public static readonly SqlType Bigint = new BigintType();
    public static readonly SqlType Double = new DoubleType();
    public static readonly SqlType Decimal = new DecimalType();
    public static readonly SqlType Boolean = new BooleanType();
    public static readonly SqlType Text = new TextType();
    public static readonly SqlType Date = new DateType();
    public static readonly SqlType Timestamp = new TimestampType();

    /// <summary>A <c>jsonb</c> that is shown as it is; it is neither compared nor sorted by.</summary>
    public static readonly SqlType Json = new JsonType(NpgsqlDbType.Jsonb, "jsonb");

    /// <summary>A <c>json</c>, whose objects keep the order of their keys.</summary>
    internal static readonly SqlType OrderedJson = new JsonType(NpgsqlDbType.Json, "json");

    private static NumberStyles Whole => NumberStyles.AllowLeadingSign;

    private static void WriteWhole(long value, Utf8JsonWriter json)
    {
        Span<byte> text = stackalloc byte[20];
        value.TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    /// <summary>Numbers are printed as JSON has them.</summary>
    private abstract class NumberType<T>(NpgsqlDbType dbType, string name) : SqlType<T>(dbType, name) where T : notnull
    {
        public sealed override SqlFragment ToJsonText(SqlFragment value) => value;
        public sealed override SqlFragment ToJsonTextOrNull(SqlFragment value) => SqlFragment.Of($"coalesce(({value})::text, 'null')");
    }

    private sealed class SmallintType() : NumberType<short>(NpgsqlDbType.Smallint, "int2")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteNumberValue(row.GetInt16(ordinal));
        internal override bool IsKey => true;
        internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(row.GetInt16(ordinal));
        internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => WriteWhole(key.Number!.Value, json);
        // The client's Int has 32 bits: what does not fit the column is a value that no row has.
        public override object ToParameter(object value) => (short)Math.Clamp(Convert.ToInt32(value, null), short.MinValue, short.MaxValue);
        protected override short Parse(string text) => short.Parse(text, Whole, CultureInfo.InvariantCulture);
    }

    private sealed class IntegerType() : NumberType<int>(NpgsqlDbType.Integer, "int4")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteNumberValue(row.GetInt32(ordinal));
        internal override bool IsKey => true;
        internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(row.GetInt32(ordinal));
        internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => WriteWhole(key.Number!.Value, json);
        public override object ToParameter(object value) => Convert.ToInt32(value, null);
        protected override int Parse(string text) => int.Parse(text, Whole, CultureInfo.InvariantCulture);
    }

    private sealed class BigintType() : NumberType<long>(NpgsqlDbType.Bigint, "int8")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteNumberValue(row.GetInt64(ordinal));
        internal override bool IsKey => true;
        internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(row.GetInt64(ordinal));
        internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => WriteWhole(key.Number!.Value, json);
        public override object ToParameter(object value) => Convert.ToInt64(value, null);
        protected override long Parse(string text) => long.Parse(text, Whole, CultureInfo.InvariantCulture);
    }

    private sealed class DoubleType() : SqlType<double>(NpgsqlDbType.Double, "float8")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteNumberValue(row.GetDouble(ordinal));
        public override SqlFragment ToJsonText(SqlFragment value) => SqlFragment.Of($"to_json({value})");
        public override object ToParameter(object value) => Convert.ToDouble(value, null);
        protected override double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private sealed class DecimalType() : NumberType<decimal>(NpgsqlDbType.Numeric, "numeric")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteNumberValue(row.GetDecimal(ordinal));
        protected override decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private sealed class BooleanType() : SqlType<bool>(NpgsqlDbType.Boolean, "bool")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteBooleanValue(row.GetBoolean(ordinal));
        public override SqlFragment ToJsonText(SqlFragment value) => SqlFragment.Of($"({value})::text");
        internal override int? MostValues => 2;
        protected override bool Parse(string text) => bool.Parse(text);
    }

    private sealed class TextType() : SqlType<string>(NpgsqlDbType.Text, "text")
    {
        // As PostgreSQL sent it: UTF-8, which is what is written.
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteStringValue(row.GetFieldValue<byte[]>(ordinal));
        internal override bool IsKey => true;
        internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(null, row.GetFieldValue<byte[]>(ordinal));
        internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => json.WriteStringValue(key.Text);
        public override SqlFragment ToJsonText(SqlFragment value) => SqlFragment.Of($"to_json({value})");
        protected override string Parse(string text) => text;
    }

    private sealed class DateType() : SqlType<DateOnly>(NpgsqlDbType.Date, "date")
    {
        private const string Format = "yyyy-MM-dd";
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => Write(row.GetFieldValue<DateOnly>(ordinal), json);
        internal override bool IsKey => true;
        internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(row.GetFieldValue<DateOnly>(ordinal).DayNumber);
        internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => Write(DateOnly.FromDayNumber((int)key.Number!.Value), json);
        public override SqlFragment ToJsonText(SqlFragment value) => SqlFragment.Of($"to_json({value})");
        private static void Write(DateOnly day, Utf8JsonWriter json)
        {
            // The round-trip format is the same, and is not parsed for each value.
            Span<byte> text = stackalloc byte[10];
            day.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
            json.WriteStringValue(text[..length]);
        }
        // Npgsql takes the first and the last day for PostgreSQL's infinities, which have no weekday and no difference to other days. No row has
        // any of these days, so the one beside it will do.
        public override object ToParameter(object value) => value switch
        {
            DateOnly day when day == DateOnly.MinValue => day.AddDays(1),
            DateOnly day when day == DateOnly.MaxValue => day.AddDays(-1),
            _ => value,
        };
        protected override DateOnly Parse(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);
    }

    private sealed class JsonType(NpgsqlDbType dbType, string name) : SqlType<string>(dbType, name)
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteRawValue(row.GetString(ordinal), skipInputValidation: true);
        public override SqlFragment ToJsonText(SqlFragment value) => value;
        protected override string Parse(string text) => text;
    }

    private sealed class TimestampType() : SqlType<DateTime>(NpgsqlDbType.TimestampTz, "timestamptz")
    {
        public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteStringValue(row.GetDateTime(ordinal));
        public override SqlFragment ToJsonText(SqlFragment value) =>
            SqlFragment.Of($"to_json(to_char({value} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'))");
        // As with dates, the first moment would be minus infinity.
        public override object ToParameter(object value) => value switch
        {
            DateTimeOffset at when at.UtcTicks == 0 => DateTime.SpecifyKind(new DateTime(TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
            DateTimeOffset at => at.UtcDateTime,
            _ => value,
        };
        protected override DateTime Parse(string text) =>
            DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
    }
}

/// <summary>A closed state or kind, kept as lower-case text; its name in the schema is the same in upper case.</summary>
public sealed class EnumTextType : SqlType<string>
{
    private readonly Dictionary<string, JsonEncodedText> _names;

    public EnumTextType(EnumType type) : base(NpgsqlDbType.Text, "text")
    {
        foreach (var value in type.Values.Values)
            if (value.StoredAs?.ToUpperInvariant() != value.Name)
                throw new ArgumentException($"{type.Name}.{value.Name} must be stored as its name in lower case, not '{value.StoredAs}'.", nameof(type));
        _names = type.Values.Values.ToDictionary(v => v.StoredAs!, v => JsonEncodedText.Encode(v.Name));
    }

    public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json) => json.WriteStringValue(_names[row.GetString(ordinal)]);
    internal override bool IsKey => true;
    internal override KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => new(null, row.GetFieldValue<byte[]>(ordinal));
    internal override void WriteKey(KeyValue key, Utf8JsonWriter json) => json.WriteStringValue(key.Text);
    public override SqlFragment ToJsonText(SqlFragment value) => SqlFragment.Of($"to_json(upper({value}))");
    internal override SqlFragment ToQuotedText(SqlFragment value) => SqlFragment.Of($"upper({value})");
    internal override int? MostValues => _names.Count;
    public override object ToParameter(object value) => value is EnumValue named ? named.StoredAs! : value;
    protected override string Parse(string text) => text;
}
