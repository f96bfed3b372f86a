using Npgsql;

namespace HomeroomGraph.Data.Inbox;

/// <summary>A message to be sent: what one person is told, by one way.</summary>
/// <param name="Id">The same at every attempt: by it a receiver tells a message that comes twice.</param>
/// <param name="Attempt">Counts from 1.</param>
/// <param name="Locale">The person's language.</param>
public sealed record OutboxMessage(
    Guid Id, MessageChannel Channel, int Attempt, string Locale, bool IsWanted, string? MailAddress,
    string? WebhookUrl, WebhookFormat? WebhookFormat, string? WebhookSecret, IReadOnlyList<OutboxLine> Lines);

/// <summary>What a message tells, in both languages.</summary>
public sealed record OutboxLine(string Chinese, string English);

/// <summary>How a message is sent.</summary>
public enum MessageChannel
{
    /// <summary>邮件.</summary>
    Mail,

    /// <summary>群机器人.</summary>
    Webhook,
}

/// <summary>
/// What waits to be sent, for the gateways that send it. A message is taken by one gateway at a time, for a while: one that is stopped meanwhile leaves it to
/// the others, so each is sent at least once, with the same id.
/// </summary>
public sealed class Outbox(NpgsqlDataSource access)
{
    /// <summary>Longer than any attempt takes.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(5);

    private const int MostAttempts = 12;

    /// <summary>Notifications of one person that wait together become one message of at most 20.</summary>
    private const string GatherSql = """
        with waiting as materialized (
            select d.district_id, d.notification_id, d.channel, d.account_id from inbox.delivery d
            where d.message_id is null order by d.account_id, d.channel, d.notification_id limit 2000 for update skip locked),
        numbered as (
            select w.*, (row_number() over (partition by account_id, channel order by notification_id) - 1) / 20 as part from waiting w),
        made as materialized (select account_id, channel, part, uuidv7() as message_id from (select distinct account_id, channel, part from numbered) parts),
        inserted as (insert into inbox.message (message_id, account_id, channel, next_attempt_at) select message_id, account_id, channel, now() from made)
        update inbox.delivery d set message_id = m.message_id
        from numbered n join made m using (account_id, channel, part)
        where d.district_id = n.district_id and d.notification_id = n.notification_id and d.channel = n.channel
        """;

    private const string TakeSql = """
        with taken as (
            update inbox.message m set attempts = m.attempts + 1, last_attempt_at = now(), next_attempt_at = now() + $1
            where m.message_id = (
                select d.message_id from inbox.message d where d.next_attempt_at <= now() order by d.next_attempt_at limit 1 for update skip locked)
            returning m.*)
        select t.message_id, t.channel, t.attempts, a.locale,
               not a.is_disabled and coalesce(case t.channel when 'mail' then f.mails else f.posts end, false),
               f.mail_address, f.webhook_url, f.webhook_format, f.webhook_secret,
               array(select n.text_zh from inbox.delivery d join inbox.notification n using (district_id, notification_id)
                     where d.message_id = t.message_id order by n.notification_id),
               array(select n.text_en from inbox.delivery d join inbox.notification n using (district_id, notification_id)
                     where d.message_id = t.message_id order by n.notification_id)
        from taken t join access.account a on a.account_number = t.account_id left join inbox.preference f on f.account_id = t.account_id
        """;

    /// <summary>Makes messages of what waits.</summary>
    public async Task GatherAsync(CancellationToken cancellation)
    {
        await using var gather = access.CreateCommand(GatherSql);
        await gather.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes the message that has been due longest; null where none is.</summary>
    public async Task<OutboxMessage?> TakeAsync(CancellationToken cancellation)
    {
        await using var take = access.CreateCommand(TakeSql);
        take.Parameters.Add(new() { Value = Taken });
        await using var row = await take.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        var (chinese, english) = (row.GetFieldValue<string[]>(9), row.GetFieldValue<string[]>(10));
        return new(
            row.GetGuid(0), EnumText<MessageChannel>.Parse(row.GetString(1)), row.GetInt32(2), row.GetString(3), row.GetBoolean(4),
            TextAt(row, 5), TextAt(row, 6),
            TextAt(row, 7) is { } format ? EnumText<WebhookFormat>.Parse(format) : null, TextAt(row, 8),
            [.. chinese.Zip(english, (zh, en) => new OutboxLine(zh, en))]);
    }

    /// <summary>It was sent.</summary>
    public Task SentAsync(OutboxMessage message, CancellationToken cancellation) => SettleAsync(
        "update inbox.message set sent_at = now(), next_attempt_at = null, last_error = null where message_id = $1", message, cancellation);

    /// <summary>It is no longer wanted.</summary>
    public Task DroppedAsync(OutboxMessage message, CancellationToken cancellation) => SettleAsync(
        "update inbox.message set next_attempt_at = null, last_error = null where message_id = $1", message, cancellation);

    /// <summary>It could not be sent: it is tried again later and later, a dozen times over some two days.</summary>
    /// <param name="message">The message.</param>
    /// <param name="why">For the person whose message it is; without a secret.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task FailedAsync(OutboxMessage message, string why, CancellationToken cancellation) => SettleAsync(
        "update inbox.message set last_error = $2, next_attempt_at = now() + $3 where message_id = $1", message, cancellation,
        new() { Value = why.Length > 500 ? why[..500] : why },
        new() { Value = Pause(message.Attempt) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval });

    /// <summary>1, 2, 4 minutes and so on, at most 8 hours; null after the last attempt.</summary>
    private static TimeSpan? Pause(int attempt) =>
        attempt >= MostAttempts ? null : TimeSpan.FromMinutes(Math.Min(1 << (attempt - 1), 480));

    private async Task SettleAsync(string sql, OutboxMessage message, CancellationToken cancellation, params NpgsqlParameter[] more)
    {
        await using var settle = access.CreateCommand(sql);
        settle.Parameters.Add(new() { Value = message.Id });
        settle.Parameters.AddRange(more);
        await settle.ExecuteNonQueryAsync(cancellation);
    }

    private static string? TextAt(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);
}
