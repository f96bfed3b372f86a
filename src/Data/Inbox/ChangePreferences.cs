using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Inbox;

/// <summary>What an account wants of its messages; a part that is not given stays as it was.</summary>
public sealed record PreferenceChange
{
    public Given<bool>? Mails { get; init; }
    public Given<string?>? MailAddress { get; init; }
    public Given<bool>? Posts { get; init; }
    public Given<string?>? WebhookUrl { get; init; }
    public Given<WebhookFormat?>? WebhookFormat { get; init; }
    public Given<string?>? WebhookSecret { get; init; }
    public Given<IReadOnlyList<NotificationKind>>? SilentKinds { get; init; }
}

/// <summary>Changes where an account's messages go. The address of a robot and its secret go into the database and come out again only to be used.</summary>
public sealed class ChangePreferences(HomeroomDatabase database)
{
    private const string ReadSql = """
        select a.district_id, f.mails, f.mail_address, f.posts, f.webhook_url, f.webhook_format, f.webhook_secret, f.silent_kinds
        from access.account a left join inbox.preference f on f.account_id = a.account_number
        where a.account_number = $1 for update of a
        """;

    private const string WriteSql = """
        insert into inbox.preference (account_id, district_id, mails, mail_address, posts, webhook_url, webhook_format, webhook_secret, silent_kinds)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (account_id) do update set
            district_id = excluded.district_id, mails = excluded.mails, mail_address = excluded.mail_address, posts = excluded.posts, webhook_url = excluded.webhook_url,
            webhook_format = excluded.webhook_format, webhook_secret = excluded.webhook_secret, silent_kinds = excluded.silent_kinds
        """;

    /// <exception cref="RefusedException">Messages are wanted without a place to send them to.</exception>
    public async Task RunAsync(Caller caller, PreferenceChange change, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(caller.Actor, cancellation);
        long account = caller.Account.AccountNumber;
        var (district, kept) = await ReadAsync(work.Connection, account, cancellation);
        var next = kept.With(change);
        next.Check();
        await WriteAsync(work.Connection, account, district, next, cancellation);
        await work.CommitAsync(cancellation);
    }

    private static async Task<(int? District, Preference Kept)> ReadAsync(NpgsqlConnection connection, long account, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection) { Parameters = { new() { Value = account } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            throw new RefusedException(Refusal.NotFound("There is no such account. 账号不存在。"));
        return (row.GetFieldValue<int?>(0), row.IsDBNull(1) ? new Preference() : new Preference
        {
            Mails = row.GetBoolean(1),
            MailAddress = TextAt(row, 2),
            Posts = row.GetBoolean(3),
            WebhookUrl = TextAt(row, 4),
            WebhookFormat = TextAt(row, 5) is { } format ? EnumText<WebhookFormat>.Parse(format) : null,
            WebhookSecret = TextAt(row, 6),
            SilentKinds = [.. row.GetFieldValue<string[]>(7).Select(EnumText<NotificationKind>.Parse)],
        });
    }

    private static async Task WriteAsync(NpgsqlConnection connection, long account, int? district, Preference next, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(WriteSql, connection);
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = district ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = next.Mails });
        command.Parameters.Add(Text(next.MailAddress));
        command.Parameters.Add(new() { Value = next.Posts });
        command.Parameters.Add(Text(next.WebhookUrl));
        command.Parameters.Add(Text(next.WebhookFormat is { } format ? EnumText<WebhookFormat>.Of(format) : null));
        command.Parameters.Add(Text(next.WebhookSecret));
        command.Parameters.Add(new() { Value = next.SilentKinds.Distinct().Select(EnumText<NotificationKind>.Of).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string? TextAt(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    /// <summary>What the account wants, all of it.</summary>
    private sealed record Preference
    {
        public bool Mails { get; init; }
        public string? MailAddress { get; init; }
        public bool Posts { get; init; }
        public string? WebhookUrl { get; init; }
        public WebhookFormat? WebhookFormat { get; init; }
        public string? WebhookSecret { get; init; }
        public IReadOnlyList<NotificationKind> SilentKinds { get; init; } = [];

        public Preference With(PreferenceChange change) => new()
        {
            Mails = change.Mails?.Value ?? Mails,
            MailAddress = change.MailAddress is { } address ? address.Value : MailAddress,
            Posts = change.Posts?.Value ?? Posts,
            WebhookUrl = change.WebhookUrl is { } url ? url.Value : WebhookUrl,
            WebhookFormat = change.WebhookFormat is { } format ? format.Value : WebhookFormat,
            // Another robot has another secret: that of the old one is not sent there.
            WebhookSecret = change.WebhookSecret is { } secret ? secret.Value
                : change.WebhookUrl is { } robot && robot.Value != WebhookUrl ? null : WebhookSecret,
            SilentKinds = change.SilentKinds?.Value ?? SilentKinds,
        };

        public void Check()
        {
            if (Mails && MailAddress is null)
                throw new RefusedException(Refusal.InvalidInput("Say where mails go. 请填写邮箱地址。", "mailAddress"));
            if (Posts && WebhookUrl is null)
                throw new RefusedException(Refusal.InvalidInput("Say the robot's address. 请填写机器人的 Webhook 地址。", "webhookUrl"));
            if (Posts && WebhookFormat is null)
                throw new RefusedException(Refusal.InvalidInput("Say whose robot it is. 请选择机器人的类型。", "webhookFormat"));
        }
    }
}
