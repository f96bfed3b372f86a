using System.Text.Json;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Inbox;

/// <summary>The inbox of an account as its holder reads it, through a view of schema <c>reach</c> that shows no secret: how much is unread, and where messages
/// go. It is changed by <see cref="ChangePreferences"/>.</summary>
public sealed class Mailbox
{
    public int DistrictId { get; private set; }

    /// <summary>The account's number.</summary>
    public long AccountId { get; private set; }

    public int UnreadCount { get; private set; }

    /// <summary>The holder wants mails.</summary>
    public bool Mails { get; private set; }

    public string? MailAddress { get; private set; }

    /// <summary>The holder wants messages of a group robot.</summary>
    public bool Posts { get; private set; }

    /// <summary>Of the robot's address no more than this: the rest is its key.</summary>
    public string? WebhookHost { get; private set; }

    public WebhookFormat? WebhookFormat { get; private set; }
    public bool HasWebhookSecret { get; private set; }

    /// <summary>The kinds of which no message is sent; the inbox has them all the same.</summary>
    public JsonElement SilentKinds { get; private set; }

    /// <summary>Why the last mail was not sent; null where it was.</summary>
    public string? MailError { get; private set; }

    public DateTime? MailTriedAt { get; private set; }

    /// <summary>Why the last message to the robot was not sent; null where it was.</summary>
    public string? WebhookError { get; private set; }

    public DateTime? WebhookTriedAt { get; private set; }

    public District District { get; private set; } = null!;
}

/// <summary>Whose group robot takes the messages.</summary>
public enum WebhookFormat
{
    /// <summary>企业微信群机器人.</summary>
    Wecom,

    /// <summary>钉钉自定义机器人.</summary>
    Dingtalk,
}
