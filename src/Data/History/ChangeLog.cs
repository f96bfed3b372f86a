using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.History;

/// <summary>
/// Reads the change log (rule V4) in the order of transactions and only below the oldest that runs: a transaction that commits late is so
/// never skipped. Notifications carry nothing and only wake; what is missed of them is in the log.
/// </summary>
public sealed class ChangeLog(NpgsqlDataSource feed)
{
    /// <summary>A row's version is its greatest entry that is there, not the one at hand: of two transactions the one that began first may have
    /// changed the row last.</summary>
    private const string PageSql = """
        with now as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as oldest),
        page as (
            select l.* from history.change_log l, now
            where (l.txid, l.seq) > ($1, $2) and l.txid < now.oldest and l.entity = any ($3)
            order by l.txid, l.seq limit $4)
        select now.oldest, exists (select from history.change_log l where l.txid >= now.oldest), p.txid, p.seq, p.district_id, p.entity, p.row_id, p.operation,
               (select max(v.seq) from history.change_log v where v.district_id = p.district_id and v.entity = p.entity and v.row_id = p.row_id)
        from now left join page p on true order by p.txid, p.seq
        """;

    /// <summary>The end of the log now: what is read from here on are the changes of transactions that run or begin later.</summary>
    public async Task<ChangePosition> EndAsync(CancellationToken cancellation)
    {
        await using var command = feed.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())");
        return Before((ulong)(await command.ExecuteScalarAsync(cancellation))!);
    }

    /// <summary>Reads on from a position.</summary>
    /// <param name="after">Where an earlier part ended.</param>
    /// <param name="tables">Of which tables; changes of others are passed over.</param>
    /// <param name="most">How many at a time.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ChangePage> ReadAsync(ChangePosition after, string[] tables, int most, CancellationToken cancellation)
    {
        await using var command = feed.CreateCommand(PageSql);
        command.Parameters.Add(new() { Value = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = after.Entry });
        command.Parameters.Add(new() { Value = tables });
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(cancellation);

        var changes = new List<LoggedChange>();
        ulong oldest = 0;
        var (readTo, heldUp) = (after, false);
        while (await row.ReadAsync(cancellation))
        {
            oldest = row.GetFieldValue<ulong>(0);
            heldUp = row.GetBoolean(1);
            if (row.IsDBNull(2)) break;
            readTo = new(row.GetFieldValue<ulong>(2), row.GetInt64(3));
            changes.Add(new(row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetInt64(8)));
        }

        var hasMore = changes.Count == most;
        return new(changes, hasMore ? readTo : Before(oldest), hasMore, heldUp);
    }

    /// <summary>Listens until the connection breaks or it is told to stop.</summary>
    /// <param name="heard">Called once when listening has begun, for what was changed before, and then with every change of rows or rights.</param>
    /// <param name="cancellation">Stops listening.</param>
    public async Task ListenAsync(Action heard, CancellationToken cancellation)
    {
        await using var connection = await feed.OpenConnectionAsync(cancellation);
        connection.Notification += (_, _) => heard();
        await using (var listen = new NpgsqlCommand("listen homeroom_change; listen homeroom_reach", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        heard();
        while (true)
            await connection.WaitAsync(cancellation);
    }

    private static ChangePosition Before(ulong transaction) => new(transaction, 0);
}
