using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;
using MimeKit;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>Preferences, and messages by mail and to group robots, against listeners of the test's own. Each test has an account of the research office.</summary>
public sealed class DeliveryTests(InboxGateway gateway) : IClassFixture<InboxGateway>
{
    private const string Shown = "mailbox { unreadCount wantsMail mailAddress mailError wantsWebhook webhookHost webhookFormat hasWebhookSecret webhookError silentKinds }";

    private static int _projects;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_sent_again_with_the_same_id_until_it_is_taken_and_several_notifications_are_one_mail()
    {
        var (token, account) = await AccountAsync();
        string address = $"{account}@mail.test";
        var mailbox = (await gateway.DoAsync(token, "changeNotificationPreferences", new { wantsMail = true, mailAddress = address }, Shown)).GetProperty("mailbox");
        Assert.Equal((true, address), (mailbox.GetProperty("wantsMail").GetBoolean(), mailbox.GetProperty("mailAddress").GetString()));

        gateway.Smtp.Refusing[address] = true;
        string title = await SubmitAsync();
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("mailError").GetString() is { } error && error.Contains("try again later", StringComparison.Ordinal));
        Assert.DoesNotContain(gateway.Smtp.Mails, mail => mail.To.Contains(address, StringComparison.Ordinal));
        // It waits a minute before the second attempt.
        Assert.InRange(await gateway.Database.Owner.ScalarAsync<double>(
            "select extract(epoch from m.next_attempt_at - m.last_attempt_at)::float8 from inbox.message m where m.account_id = $1", account), 55, 65);
        await DueAsync(account);
        await UntilAsync(() => Task.FromResult(gateway.Smtp.Mails.Any(mail => mail.To.Contains(address, StringComparison.Ordinal))));
        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(gateway.Smtp.Mails.Single(sent => sent.To.Contains(address, StringComparison.Ordinal)).Text)), Cancellation);
        Assert.Equal(("research@school.test", $"课题《{title}》已提交申报。"), (mail.From.Mailboxes.Single().Address, mail.Subject));
        Assert.Contains($"课题《{title}》已提交申报。", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://admin.test/", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal($"{await gateway.Database.Owner.ScalarAsync<Guid>("select message_id from inbox.message where account_id = $1", account):N}@school.test", mail.MessageId);
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("mailError").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_robot_gets_its_format_signed_and_what_it_refuses_is_told_and_tried_again()
    {
        var (token, account) = await AccountAsync();
        string path = $"/robot/send?access_token={account}";
        await gateway.DoAsync(token, "changeNotificationPreferences", new
        {
            wantsWebhook = true, webhookUrl = gateway.Robot.Origin.GetLeftPart(UriPartial.Authority) + path, webhookFormat = "DINGTALK", webhookSecret = "SEC-of-the-robot",
        }, Shown);

        gateway.Robot.Answers.Enqueue((200, """{"errcode":310000,"errmsg":"sign not match"}""", null));
        string title = await SubmitAsync();
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("webhookError").GetString() is { } error && error.Contains("310000 sign not match", StringComparison.Ordinal));
        await DueAsync(account);
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("webhookError").ValueKind == JsonValueKind.Null);

        var posts = gateway.Robot.Posts.Where(post => post.Address.StartsWith(path, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, posts.Count);
        Assert.Single(posts.Select(post => post.Key).Distinct());
        var query = HttpUtility.ParseQueryString(posts[1].Address[posts[1].Address.IndexOf('?')..]);
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData("SEC-of-the-robot"u8, Encoding.UTF8.GetBytes($"{query["timestamp"]}\nSEC-of-the-robot"))), query["sign"]);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - long.Parse(query["timestamp"]!, System.Globalization.CultureInfo.InvariantCulture), 0, 600_000);
        var body = JsonDocument.Parse(posts[1].Body).RootElement;
        Assert.Equal(("text", $"课题《{title}》已提交申报。\nhttps://admin.test/"), (body.GetProperty("msgtype").GetString(), body.GetProperty("text").GetProperty("content").GetString()));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_address_that_is_no_longer_allowed_is_not_called()
    {
        var (token, account) = await AccountAsync();
        string origin = gateway.Robot.Origin.GetLeftPart(UriPartial.Authority), path = $"/cgi-bin/webhook/send?key={account}";
        await gateway.DoAsync(token, "changeNotificationPreferences", new { wantsWebhook = true, webhookUrl = origin + path, webhookFormat = "WECOM" }, Shown);
        gateway.Robot.Answers.Enqueue((302, "", $"{origin}/elsewhere/{account}"));
        await SubmitAsync();
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("webhookError").GetString()?.Contains("302", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(gateway.Robot.Posts, post => post.Address.StartsWith("/elsewhere", StringComparison.Ordinal));

        await gateway.Database.Owner.ExecuteAsync("update inbox.preference set webhook_url = 'http://169.254.169.254/latest' where account_id = $1", account);
        await DueAsync(account);
        await UntilAsync(async () => (await MailboxAsync(token)).GetProperty("webhookError").GetString()?.StartsWith("Nothing is sent to that address", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("""{"wantsMail":true}""", "mailAddress")]
    [InlineData("""{"mailAddress":"nobody"}""", "mailAddress")]
    [InlineData("""{"mailAddress":"a@b.test\r\nBcc: c@d.test"}""", "mailAddress")]
    [InlineData("""{"mailAddress":"A <a@b.test>"}""", "mailAddress")]
    [InlineData("""{"wantsWebhook":true}""", "webhookUrl")]
    [InlineData("""{"wantsWebhook":true,"webhookUrl":"https://oapi.dingtalk.com/robot/send?access_token=1"}""", "webhookFormat")]
    [InlineData("""{"webhookUrl":"https://evil.example/"}""", "webhookUrl")]
    [InlineData("""{"webhookUrl":"http://oapi.dingtalk.com/"}""", "webhookUrl")]
    [InlineData("""{"webhookUrl":"http://127.0.0.1:5432/"}""", "webhookUrl")]
    public async Task What_can_t_be_sent_is_refused_with_its_field(string input, string field)
    {
        var (token, _) = await AccountAsync();
        var error = Assert.Single((await gateway.MutateAsync(token, "changeNotificationPreferences", JsonDocument.Parse(input).RootElement)).GetProperty("errors").EnumerateArray());
        Assert.Equal(("INVALID_INPUT", $"input,{field}"), (error.GetProperty("code").GetString(), string.Join(',', error.GetProperty("path").EnumerateArray())));
    }

    [Fact]
    public async Task Secrets_are_shown_nowhere_and_go_with_another_address()
    {
        var (token, account) = await AccountAsync();
        var mailbox = (await gateway.DoAsync(token, "changeNotificationPreferences", new
        {
            wantsWebhook = true, webhookUrl = "https://oapi.dingtalk.com/robot/send?access_token=THE-KEY", webhookFormat = "DINGTALK", webhookSecret = "THE-SECRET", mailAddress = "me@mail.test",
            silentKinds = new[] { "DUE_SOON" },
        }, Shown)).GetProperty("mailbox");
        Assert.Equal("oapi.dingtalk.com", mailbox.GetProperty("webhookHost").GetString());
        Assert.True(mailbox.GetProperty("hasWebhookSecret").GetBoolean());
        Assert.Equal("""["DUE_SOON"]""", mailbox.GetProperty("silentKinds").GetRawText());
        Assert.DoesNotContain("THE-", mailbox.ToString(), StringComparison.Ordinal);
        // The audit log knows that it was changed and by whom, and nothing of it.
        var logged = await gateway.Database.Owner.ColumnAsync<string>("select to_jsonb(l)::text from history.audit_log l where table_name = 'inbox.preference' and row_id = $1::text", $"{account}");
        Assert.Contains("DINGTALK", Assert.Single(logged), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(["THE-", "access_token", "mail.test"], hidden => logged[0].Contains(hidden, StringComparison.Ordinal));

        // What is left out stays; null takes it away; another address takes the secret with it.
        mailbox = (await gateway.DoAsync(token, "changeNotificationPreferences", new { mailAddress = (string?)null }, Shown)).GetProperty("mailbox");
        Assert.Equal((JsonValueKind.Null, true), (mailbox.GetProperty("mailAddress").ValueKind, mailbox.GetProperty("hasWebhookSecret").GetBoolean()));
        mailbox = (await gateway.DoAsync(token, "changeNotificationPreferences", new { webhookUrl = "https://oapi.dingtalk.com/robot/send?access_token=2" }, Shown)).GetProperty("mailbox");
        Assert.False(mailbox.GetProperty("hasWebhookSecret").GetBoolean());
    }

    [Fact]
    public async Task Kinds_that_are_silent_are_in_the_inbox_and_not_sent()
    {
        var (token, account) = await AccountAsync();
        await gateway.DoAsync(token, "changeNotificationPreferences", new { wantsMail = true, mailAddress = $"{account}@mail.test", silentKinds = new[] { "STEP_TAKEN" } });
        await SubmitAsync();
        Assert.Equal(1, (await MailboxAsync(token)).GetProperty("unreadCount").GetInt32());
        Assert.Equal(0, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from inbox.delivery where account_id = $1", account));
    }

    [Fact]
    public async Task Notifications_are_read_by_id_by_project_and_all_and_the_other_window_is_told()
    {
        var (token, account) = await AccountAsync();
        using var window = await Followed.BeginAsync(gateway.Http, new(gateway.Http.BaseAddress!, "/graphql"), token, "subscription { inboxChanged { mailbox { unreadCount } } }");
        foreach (int _ in Enumerable.Range(0, 3)) await SubmitAsync();
        await UnreadAsync(window, 3);
        var inbox = (await gateway.PostAsync("{ inbox { totalCount nodes { id isRead project { id } } } }", token: token)).GetProperty("data").GetProperty("inbox").GetProperty("nodes");
        string[] ids = [.. inbox.EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];

        Assert.Equal(1, await MarkAsync(token, new { ids = new[] { ids[0] } }));
        Assert.Equal(0, await MarkAsync(token, new { ids = new[] { ids[0] } }));
        Assert.Equal(1, await MarkAsync(token, new { projectId = inbox[1].GetProperty("project").GetProperty("id").GetString() }));
        await UnreadAsync(window, 1);
        // Another's are as good as missing.
        var (other, _) = await AccountAsync();
        Assert.Equal(0, await MarkAsync(other, new { ids }));
        Assert.Equal(1, (await MailboxAsync(token)).GetProperty("unreadCount").GetInt32());
        Assert.Equal(1, await MarkAsync(token, new { all = true }));
        await UnreadAsync(window, 0);
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(token, "markNotificationsRead", new { }));
        // What is unread comes first.
        await SubmitAsync();
        var first = (await gateway.PostAsync("{ inbox(first: 1) { nodes { isRead } } }", token: token)).GetProperty("data").GetProperty("inbox").GetProperty("nodes")[0];
        Assert.False(first.GetProperty("isRead").GetBoolean());
        Assert.True(account > 0);
    }

    /// <summary>Two gateways that send at once take each message once: neither waits for the other.</summary>
    [Fact]
    public async Task Each_message_is_taken_by_one_of_many()
    {
        var (token, account) = await AccountAsync();
        await gateway.DoAsync(token, "changeNotificationPreferences", new { wantsMail = true, mailAddress = $"{account}@mail.test" });
        await gateway.Database.Owner.ExecuteAsync("""
            insert into inbox.message (account_id, channel, next_attempt_at) select $1, 'mail', '2000-01-01' from generate_series(1, 40)
            """, account);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var outbox = new Outbox(gateway.Database.Access);
            var mine = new List<Guid>();
            while (await outbox.TakeAsync(Cancellation) is { } message)
            {
                mine.Add(message.Id);
                await outbox.SentAsync(message, Cancellation);
            }
            return mine;
        }));
        Assert.Equal(taken.Sum(mine => mine.Count), taken.SelectMany(mine => mine).Distinct().Count());
        Assert.Equal(40, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from inbox.message where account_id = $1 and attempts = 1 and next_attempt_at is null", account));
    }

    private async Task<(string Token, long Account)> AccountAsync()
    {
        var account = await gateway.NewAccountAsync();
        return (await gateway.SignInAsync(account), await gateway.Database.Owner.ScalarAsync<long>("select account_number from access.account where user_name = $1", account.Username));
    }

    /// <summary>A teacher of the offices' school submits a project; its title.</summary>
    private async Task<string> SubmitAsync()
    {
        var owner = gateway.Database.Owner;
        int number = Interlocked.Increment(ref _projects);
        long school = await owner.ScalarAsync<long>("select g.school_id from access.\"grant\" g join access.account a using (account_id) where a.user_name = 'research-office'");
        int district = await owner.ScalarAsync<int>("select district_id from homeroom.school where school_id = $1", school);
        long teacher = await owner.ScalarAsync<long>("select teacher_id from homeroom.employment where school_id = $1 and ends_on is null order by 1 offset $2 limit 1", school, number);
        string title = $"课题{number}";
        await new ResearchRecords(gateway.Database.Writer, district, school).SubmittedAsync(teacher, title: title);
        return title;
    }

    private async Task<JsonElement> MailboxAsync(string token) =>
        (await gateway.PostAsync($"{{ viewer {{ {Shown} }} }}", token: token)).GetProperty("data").GetProperty("viewer").GetProperty("mailbox");

    private async Task<int> MarkAsync(string token, object input) =>
        (await gateway.DoAsync(token, "markNotificationsRead", input, "markedCount mailbox { unreadCount }")).GetProperty("markedCount").GetInt32();

    private Task DueAsync(long account) =>
        gateway.Database.Owner.ExecuteAsync("update inbox.message set next_attempt_at = now() where account_id = $1 and next_attempt_at is not null", account);

    private static async Task UnreadAsync(Followed window, int count)
    {
        while ((await window.NextAsync()).GetProperty("inboxChanged").GetProperty("mailbox").GetProperty("unreadCount").GetInt32() != count)
        {
            // One change after the other.
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var until = DateTime.UtcNow.AddMinutes(1); !await isSo(); await Task.Delay(100, Cancellation)) Assert.True(DateTime.UtcNow < until, "It does not come about.");
    }
}
