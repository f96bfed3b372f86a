using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>A column of an export: one value that a row shows, or those of a list inside it.</summary>
/// <param name="Name">The response keys on the way to the value with dots between them, without those of a connection around its rows: <c>school.name</c>,
/// <c>authors.name</c>. Aliases are keys, so a client names its columns as it likes.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="IsMany">It is of a list: its values stand in one cell, in their order.</param>
public sealed record ExportColumn(string Name, ExportKind Kind, bool IsMany);

/// <summary>What a value of an export is.</summary>
public enum ExportKind
{
    /// <summary>Words, ids, names of enums.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day: <c>2026-11-30</c>.</summary>
    Day,

    /// <summary>A moment in UTC: <c>2026-11-30T08:00:00Z</c>.</summary>
    Moment,

    /// <summary>An object or a list as it is stored, as JSON.</summary>
    Json,
}

/// <summary>The kinds of the engine's own types.</summary>
internal static class ExportKinds
{
    public static ExportKind Of(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Smallint or NpgsqlDbType.Integer or NpgsqlDbType.Bigint or NpgsqlDbType.Double or NpgsqlDbType.Numeric => ExportKind.Number,
        NpgsqlDbType.Boolean => ExportKind.Boolean,
        NpgsqlDbType.Date => ExportKind.Day,
        NpgsqlDbType.TimestampTz => ExportKind.Moment,
        NpgsqlDbType.Jsonb or NpgsqlDbType.Json => ExportKind.Json,
        _ => ExportKind.Text,
    };
}
