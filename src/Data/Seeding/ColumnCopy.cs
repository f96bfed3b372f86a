using System.Reflection;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Seeding;

/// <summary>Writes one property of a row as a value of COPY, without boxing it.</summary>
internal delegate void ColumnCopy<in TRow>(NpgsqlBinaryImporter import, TRow row);

/// <summary>Makes a <see cref="ColumnCopy{TRow}"/> for each property that is a column.</summary>
internal static class ColumnCopies<TRow>
{
    /// <summary>The writer for a property; null if its type is none of a column.</summary>
    /// <param name="property">The property.</param>
    /// <param name="databaseType">The column's type in the database.</param>
    public static ColumnCopy<TRow>? Of(PropertyInfo property, string databaseType)
    {
        var type = property.PropertyType;
        var value = Nullable.GetUnderlyingType(type);
        if ((value ?? type).IsEnum)
            return Make(value is null ? nameof(EnumValue) : nameof(NullableEnumValue), value ?? type, property, NpgsqlDbType.Text);
        if (DbTypeOf(value ?? type, databaseType) is not { } dbType)
            return null;
        return Make(value is not null ? nameof(NullableValue) : type.IsValueType ? nameof(Value) : nameof(Reference), value ?? type, property, dbType);
    }

    private static NpgsqlDbType? DbTypeOf(Type type, string databaseType) => databaseType switch
    {
        "text" when type == typeof(string) => NpgsqlDbType.Text,
        "jsonb" when type == typeof(string) || type == typeof(JsonElement) => NpgsqlDbType.Jsonb,
        "int2" when type == typeof(short) => NpgsqlDbType.Smallint,
        "int4" when type == typeof(int) => NpgsqlDbType.Integer,
        "int8" when type == typeof(long) => NpgsqlDbType.Bigint,
        "bool" when type == typeof(bool) => NpgsqlDbType.Boolean,
        "float8" when type == typeof(double) => NpgsqlDbType.Double,
        "numeric" when type == typeof(decimal) => NpgsqlDbType.Numeric,
        "date" when type == typeof(DateOnly) => NpgsqlDbType.Date,
        "timestamptz" when type == typeof(DateTime) => NpgsqlDbType.TimestampTz,
        "uuid" when type == typeof(Guid) => NpgsqlDbType.Uuid,
        "bytea" when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        "_text" when type == typeof(string[]) => NpgsqlDbType.Array | NpgsqlDbType.Text,
        "_int2" when type == typeof(short[]) => NpgsqlDbType.Array | NpgsqlDbType.Smallint,
        "_int8" when type == typeof(long[]) => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        _ => null,
    };

    private static ColumnCopy<TRow> Make(string kind, Type value, PropertyInfo property, NpgsqlDbType type) =>
        (ColumnCopy<TRow>)typeof(ColumnCopies<TRow>).GetMethod(kind, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(value).Invoke(null, [property, type])!;

    private static ColumnCopy<TRow> Value<TValue>(PropertyInfo property, NpgsqlDbType type)
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
        return (import, row) => import.Write(read(row), type);
    }

    private static ColumnCopy<TRow> Reference<TValue>(PropertyInfo property, NpgsqlDbType type)
        where TValue : class
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TValue?>>();
        return (import, row) => WriteOrNull(import, read(row), type);
    }

    private static ColumnCopy<TRow> NullableValue<TValue>(PropertyInfo property, NpgsqlDbType type)
        where TValue : struct
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TValue?>>();
        return (import, row) =>
        {
            if (read(row) is { } value)
                import.Write(value, type);
            else
                import.WriteNull();
        };
    }

    private static ColumnCopy<TRow> EnumValue<TEnum>(PropertyInfo property, NpgsqlDbType type)
        where TEnum : struct, Enum
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TEnum>>();
        return (import, row) => import.Write(EnumText<TEnum>.Of(read(row)), type);
    }

    private static ColumnCopy<TRow> NullableEnumValue<TEnum>(PropertyInfo property, NpgsqlDbType type)
        where TEnum : struct, Enum
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TEnum?>>();
        return (import, row) => WriteOrNull(import, read(row) is { } value ? EnumText<TEnum>.Of(value) : null, type);
    }

    private static void WriteOrNull<TValue>(NpgsqlBinaryImporter import, TValue? value, NpgsqlDbType type)
        where TValue : class
    {
        if (value is null)
            import.WriteNull();
        else
            import.Write(value, type);
    }
}
