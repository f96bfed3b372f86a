using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.History;

/// <summary>Reads the change log for who keeps a copy of rows elsewhere (rule V4): in the order of transactions and only below the oldest that runs, as
/// <see cref="ChangeLog"/> does, of some tables and of the rows that are in a reach before or after the change.</summary>
public sealed class ChangeFeed(NpgsqlDataSource feed)
{
    /// <summary>Entries that one reading looks at, whether they are in the reach or not.</summary>
    public const int MostScanned = 2_000;

    // Entries of other districts and types are passed over by the index. What was before a transaction its first own entry of the row tells: what the
    // transaction did in between nobody has seen. A row that is followed after all of the part has not left by it: if it is gone meanwhile, a later part says so.
    // Nor is a row that is elsewhere told as one that is there: if it has come back meanwhile, a later part says so, with the key that it has then.
    internal const string PageSql = """
        with asked as materialized (
            select coalesce($1, f.kept_from) as txid, $2::bigint as seq, f.kept_from, pg_snapshot_xmin(pg_current_snapshot()) as oldest
            from history.change_feed f),
        followed as materialized (
            select f.district_id, f.entity, f.is_whole, f.circles::bigint[] as circles
            from unnest($3::integer[], $4::text[], $5::boolean[], $6::text[]) f (district_id, entity, is_whole, circles)),
        scanned as materialized (
            select l.*,
                   l.circles_before is not null and (f.is_whole or l.circles_before && f.circles) as was_in,
                   l.circles_after is not null and (f.is_whole or l.circles_after && f.circles) as is_in
            from asked a cross join followed f cross join lateral (
                select l.txid, l.seq, l.district_id, l.entity, l.row_id, l.of_part, l.circles_before, l.circles_after
                from history.change_log l
                where l.district_id = f.district_id and l.entity = f.entity and (l.txid, l.seq) > (a.txid, a.seq) and l.txid < a.oldest
                  and (l.circles_before is not null or l.circles_after is not null)
                order by l.txid, l.seq limit $7) l
            order by l.txid, l.seq limit $7),
        page as materialized (
            select * from scanned where was_in or is_in order by txid, seq limit $8),
        own as materialized (
            select p.district_id, p.entity, p.row_id, p.txid, p.seq, began.key_before,
                   began.circles_before is not null and (f.is_whole or began.circles_before && f.circles) as was_in
            from page p join followed f using (district_id, entity) cross join lateral (
                select e.key_before, e.circles_before from history.change_log e
                where e.district_id = p.district_id and e.entity = p.entity and e.row_id = p.row_id and e.seq <= p.seq and e.txid = p.txid and not e.of_part
                order by e.seq limit 1) began
            where not p.of_part),
        changed as materialized (
            select district_id, entity, row_id, max(txid) as txid, max(seq) as seq, (array_agg(is_in order by seq desc))[1] as is_in
            from page group by district_id, entity, row_id)
        select a.oldest, a.kept_from, a.txid,
               (select count(*) from scanned)::integer, (select count(*) from page)::integer,
               (select txid from scanned order by txid desc, seq desc limit 1), (select seq from scanned order by txid desc, seq desc limit 1),
               (select txid from page order by txid desc, seq desc limit 1), (select seq from page order by txid desc, seq desc limit 1),
               exists (select from followed f cross join lateral (
                   select from history.change_log l
                   where l.district_id = f.district_id and l.entity = f.entity and l.txid >= a.oldest
                     and (l.circles_before is not null or l.circles_after is not null) limit 1) l),
               c.district_id, c.entity, c.row_id::bigint, latest.seq, latest.key_after,
               coalesce(first.was_in, true), case when first.was_in then first.key_before else latest.key_after end,
               gone.was_in is not null and not c.is_in, coalesce(gone.key_before, deletion.key_before), coalesce(deletion.is_there, false),
               latest.circles_after is not null and (f.is_whole or latest.circles_after && f.circles)
        from asked a left join (changed c join followed f using (district_id, entity)) on true
        left join lateral (
            select v.seq, v.key_after, v.circles_after from history.change_log v
            where v.district_id = c.district_id and v.entity = c.entity and v.row_id = c.row_id order by v.seq desc limit 1) latest on true
        left join lateral (
            select o.was_in, o.key_before from own o
            where o.district_id = c.district_id and o.entity = c.entity and o.row_id = c.row_id order by o.seq limit 1) first on true
        left join lateral (
            select o.was_in, o.key_before, o.txid from own o
            where o.was_in and o.district_id = c.district_id and o.entity = c.entity and o.row_id = c.row_id order by o.seq desc limit 1) gone on true
        left join lateral (
            select true as is_there, d.key_before from history.change_log d
            where d.district_id = c.district_id and d.entity = c.entity and d.row_id = c.row_id and d.txid = gone.txid and d.operation = 'delete' limit 1) deletion on true
        order by c.txid, c.seq
        """;

    /// <summary>The end of the log now: what is read from here on are the changes of transactions that run or begin later.</summary>
    public Task<ChangePosition> EndAsync(CancellationToken cancellation) => new ChangeLog(feed).EndAsync(cancellation);

    /// <summary>Reads on from a position.</summary>
    /// <param name="after">Where an earlier part ended; null: from the beginning of what is kept.</param>
    /// <param name="reach">What is followed.</param>
    /// <param name="most">How many entries at most, one or more; of a row that changed several times one is told.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="LostPositionException">The position is older than what is kept, or ahead of the log.</exception>
    public async Task<FollowedPage> ReadAsync(ChangePosition? after, IReadOnlyList<FollowedReach> reach, int most, CancellationToken cancellation)
    {
        await using var command = feed.CreateCommand(PageSql);
        Bind(command, after, reach, most);
        await using var row = await command.ExecuteReaderAsync(cancellation);

        var changes = new List<FollowedChange>();
        FollowedPage? page = null;
        while (await row.ReadAsync(cancellation))
        {
            page ??= Part(row, most, changes);
            if (!row.IsDBNull(10)) changes.Add(Change(row));
        }

        return page ?? throw new InvalidOperationException("history.change_feed has no row.");
    }

    internal static void Bind(NpgsqlCommand command, ChangePosition? after, IReadOnlyList<FollowedReach> reach, int most)
    {
        command.Parameters.Add(new() { Value = (object?)after?.Transaction ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = after?.Entry ?? 0L });
        command.Parameters.Add(new() { Value = reach.Select(r => r.DistrictId).ToArray() });
        command.Parameters.Add(new() { Value = reach.Select(r => r.Table).ToArray() });
        command.Parameters.Add(new() { Value = reach.Select(r => r.IsWhole).ToArray() });
        command.Parameters.Add(new() { Value = reach.Select(r => ArrayText(r.Circles)).ToArray() });
        command.Parameters.Add(new() { Value = MostScanned });
        command.Parameters.Add(new() { Value = most });
    }

    /// <summary>What holds for the part as a whole; each row repeats it.</summary>
    private static FollowedPage Part(NpgsqlDataReader row, int most, List<FollowedChange> changes)
    {
        var (oldest, keptFrom, from) = (row.GetFieldValue<ulong>(0), row.GetFieldValue<ulong>(1), row.GetFieldValue<ulong>(2));
        if (from < keptFrom) throw new LostPositionException(isPast: true);
        if (from > oldest) throw new LostPositionException(isPast: false);

        bool isCut = row.GetInt32(4) == most, isScannedToTheEnd = row.GetInt32(3) < MostScanned;
        var readTo = isCut ? At(row, 7) : isScannedToTheEnd ? new ChangePosition(oldest, 0) : At(row, 5);
        return new(changes, readTo, HasMore: isCut || !isScannedToTheEnd, row.GetBoolean(9));
    }

    private static ChangePosition At(NpgsqlDataReader row, int column) => new(row.GetFieldValue<ulong>(column), row.GetInt64(column + 1));

    private static FollowedChange Change(NpgsqlDataReader row) => new(
        row.GetInt32(10), row.GetString(11), row.GetInt64(12), row.GetInt64(13), Text(row, 14),
        row.GetBoolean(20), row.GetBoolean(15) ? new(Text(row, 16)) : null, row.GetBoolean(17) ? new(Text(row, 18), row.GetBoolean(19)) : null);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string ArrayText(IEnumerable<long> numbers) =>
        $"{{{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}}}";
}
