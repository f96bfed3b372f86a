using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>A type of a column or parameter: how it is bound, how it becomes JSON, here or inside PostgreSQL, and how its text
/// in a cursor is read back.</summary>
public abstract class SqlType(NpgsqlDbType dbType, SqlIdentifier name)
{
    public NpgsqlDbType DbType { get; } = dbType;

    /// <summary>The type's name in PostgreSQL, for casts.</summary>
    public SqlIdentifier Name { get; } = name;

    /// <summary>Writes a value that is not null as JSON.</summary>
    public abstract void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json);

    /// <summary>An expression, of whichever type, that PostgreSQL prints as the JSON of an expression that is not null.</summary>
    public abstract SqlFragment ToJsonText(SqlFragment value);

    /// <summary>The same of an expression that may be null; it is itself never NULL.</summary>
    public virtual SqlFragment ToJsonTextOrNull(SqlFragment value) => SqlFragment.Of($"coalesce({ToJsonText(value)}, 'null')");

    /// <summary>An expression of the text that stands between the quotes, for a type whose values need no escapes; null for all others.</summary>
    internal virtual SqlFragment? ToQuotedText(SqlFragment value) => null;

    /// <summary>How many different values there are; null where they are not counted.</summary>
    internal virtual int? MostValues => null;

    /// <summary>Whether values are keys of cursors as they come; of other types a cursor takes the text that PostgreSQL makes.</summary>
    internal virtual bool IsKey => false;

    /// <summary>Keeps a value that is not null, for a cursor.</summary>
    internal virtual KeyValue ReadKey(NpgsqlDataReader row, int ordinal) => throw new NotSupportedException($"{Name.Name} has its text from PostgreSQL.");

    /// <summary>Writes it as a JSON string of the text that <c>value::text</c> would give.</summary>
    internal virtual void WriteKey(KeyValue key, Utf8JsonWriter json) => throw new NotSupportedException($"{Name.Name} has its text from PostgreSQL.");

    /// <summary>What a coerced input value is bound as; the default binds it as it is.</summary>
    public virtual object ToParameter(object value) => value;

    /// <summary>The value of the text that <c>value::text</c> gave, as a parameter.</summary>
    /// <exception cref="FormatException">The text is not of this type.</exception>
    public abstract object ParseText(string text);

    /// <summary>An array of parameters of this type.</summary>
    public abstract Array ToArray(IReadOnlyList<object?> values);
}

/// <summary>A value of a row that a cursor may carry: a number, or the bytes of a text; null without either.</summary>
internal readonly record struct KeyValue(long? Number, byte[]? Text = null);

/// <summary>A type whose parameters are <typeparamref name="T"/>.</summary>
public abstract class SqlType<T>(NpgsqlDbType dbType, string name) : SqlType(dbType, new SqlIdentifier(name)) where T : notnull
{
    public sealed override object ParseText(string text) => Parse(text);

    protected abstract T Parse(string text);

    public sealed override Array ToArray(IReadOnlyList<object?> values)
    {
        if (values.Contains(null) && typeof(T).IsValueType)
            throw new ArgumentException("A list that is compared with a column holds no null.", nameof(values));
        var array = new T[values.Count];
        for (int i = 0; i < array.Length; i++) array[i] = (T)ToParameter(values[i]!);
        return array;
    }
}
