using Npgsql;

namespace HomeroomGraph.Data.Bench;

/// <summary>
/// Switches the triggers of the audit log and the change log off for the rest of a transaction, and on again at its end: nobody else ever
/// sees them off, for the tables are locked meanwhile.
/// </summary>
internal sealed class LogsOff
{
    private const string FindSql = """
        select format('%s trigger %I', t.tgrelid::regclass, t.tgname) from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where p.pronamespace = 'history'::regnamespace and p.proname like 'record\_%' and not t.tgisinternal
          and t.tgparentid = 0 and t.tgenabled <> 'D' order by 1
        """;

    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<string> triggers;

    private LogsOff(NpgsqlConnection connection, IReadOnlyList<string> triggers) => (this.connection, this.triggers) = (connection, triggers);

    public static async Task<LogsOff> BeginAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var triggers = new List<string>();
        await using (var find = new NpgsqlCommand(FindSql, connection))
        {
            await using var rows = await find.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                triggers.Add(rows.GetString(0));
        }

        var off = new LogsOff(connection, triggers);
        await off.SwitchAsync("disable", cancellation);
        return off;
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
}
