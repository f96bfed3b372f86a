using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>A text that code makes of what PostgreSQL gives, a JSON text: for rows that stand by themselves. Of a list inside a row PostgreSQL makes the text, and the planner refuses
/// such a field there.</summary>
/// <param name="make">Makes it; of several rows at once, so it shares nothing between calls.</param>
public sealed class MadeText(Func<JsonElement, string> make) : SqlType<string>(NpgsqlDbType.Text, "text")
{
    /// <inheritdoc/>
    public override void WriteJson(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json)
    {
        using var given = JsonDocument.Parse(row.GetFieldValue<byte[]>(ordinal));
        json.WriteStringValue(make(given.RootElement));
    }

    /// <inheritdoc/>
    public override SqlFragment ToJsonText(SqlFragment value) => throw new NotSupportedException("PostgreSQL can't make it.");

    /// <inheritdoc/>
    protected override string Parse(string text) => text;
}
