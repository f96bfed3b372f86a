using Npgsql;

namespace HomeroomGraph.Data.Seeding;

/// <summary>What the database says of a table that rows are copied into.</summary>
/// <param name="Types">The type of each column, by name.</param>
/// <param name="Identity">The column whose values are numbered, if there is one, and the sequence that numbers it.</param>
/// <param name="LastId">The last number given out.</param>
internal sealed record TableColumns(IReadOnlyDictionary<string, string> Types, string? Identity, string? Sequence, long LastId)
{
    private const string Sql = """
        select c.relname, a.attname, t.typname,
               case when a.attidentity <> '' then pg_get_serial_sequence(a.attrelid::regclass::text, a.attname) end as sequence,
               case when a.attidentity <> '' then
                    coalesce(pg_sequence_last_value(pg_get_serial_sequence(a.attrelid::regclass::text, a.attname)), 0) end as last_id
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_type t on t.oid = a.atttypid
        where c.relnamespace = 'homeroom'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and c.relname = any ($1)
        order by c.relname, a.attnum
        """;

    /// <summary>Reads it for these tables of schema <c>homeroom</c>.</summary>
    public static async Task<Dictionary<string, TableColumns>> ReadAsync(
        NpgsqlConnection connection, string[] tables, CancellationToken cancellation)
    {
        var found = new Dictionary<string, TableColumns>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = tables } } };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var (table, column) = (rows.GetString(0), rows.GetString(1));
            if (!found.TryGetValue(table, out var known))
                found[table] = known = new(new Dictionary<string, string>(StringComparer.Ordinal), null, null, 0);
            ((Dictionary<string, string>)known.Types).Add(column, rows.GetString(2));
            if (!await rows.IsDBNullAsync(3, cancellation))
                found[table] = known with { Identity = column, Sequence = rows.GetString(3), LastId = rows.GetInt64(4) };
        }

        return found;
    }
}
