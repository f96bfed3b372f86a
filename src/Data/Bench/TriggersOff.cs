using Npgsql;

namespace HomeroomGraph.Data.Bench;

/// <summary>
/// Switches triggers off for the rest of a transaction, and on again at its end: those of the audit log and the change log, those that tell people, and
/// those that keep figures of what is written, which are summed up in one go instead. Nobody else ever sees them off, for the tables are locked meanwhile.
/// </summary>
internal sealed class TriggersOff
{
    private const string FindSql = """
        select format('%s trigger %I', t.tgrelid::regclass, t.tgname)
        from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
        where (p.pronamespace = 'history'::regnamespace and p.proname like 'record\_%'
               or p.pronamespace in ('figures'::regnamespace, 'inbox'::regnamespace) and c.relnamespace = 'homeroom'::regnamespace)
          and not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' order by 1
        """;

    // Summaries of summaries are kept by these, for their triggers are on; of both kinds comes last.
    private const string SummariesSql = """
        select c.summary from figures.contribution c join pg_class s on s.oid = c.source
        group by c.summary having bool_or(s.relnamespace = 'homeroom'::regnamespace)
        order by bool_or(s.relnamespace = 'figures'::regnamespace), c.summary
        """;

    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<string> triggers;

    private TriggersOff(NpgsqlConnection connection, IReadOnlyList<string> triggers) => (this.connection, this.triggers) = (connection, triggers);

    public static async Task<TriggersOff> BeginAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var off = new TriggersOff(connection, await ReadAsync(connection, FindSql, cancellation));
        await off.SwitchAsync("disable", cancellation);
        return off;
    }

    /// <summary>Sums up the district that was written, by the queries that its triggers are made of.</summary>
    public async Task SumUpAsync(int district, CancellationToken cancellation)
    {
        foreach (var summary in await ReadAsync(connection, SummariesSql, cancellation))
        {
            await using var recount = new NpgsqlCommand("select figures.recount($1, $2)", connection)
            {
                Parameters = { new() { Value = summary }, new() { Value = district } }, CommandTimeout = 1800,
            };
            await recount.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Switches them on again. Without it, after a failure or a stop, the transaction is given up and this with it.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        // A table with checks that wait for the end of the transaction can't be altered, so they are made now.
        await using var check = new NpgsqlCommand("set constraints all immediate", connection) { CommandTimeout = 1800 };
        await check.ExecuteNonQueryAsync(cancellation);
        await SwitchAsync("enable", cancellation);
    }

    private async Task SwitchAsync(string how, CancellationToken cancellation)
    {
        var sql = string.Concat(triggers.Select(trigger => $"alter table {trigger.Replace(" trigger ", $" {how} trigger ", StringComparison.Ordinal)};"));
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand(sql, connection);
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await rows.ReadAsync(cancellation))
            found.Add(rows.GetString(0));
        return found;
    }
}
