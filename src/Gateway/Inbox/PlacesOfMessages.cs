using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Settings;
using MimeKit;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>Where messages may go from here.</summary>
internal sealed class PlacesOfMessages(InboxSettings settings)
{
    private const int LongestAddress = 254, LongestUrl = 1_000;

    /// <summary>Whether mails are wanted.</summary>
    /// <exception cref="RefusedException">They are, and none are sent from here.</exception>
    public bool RequireMails(bool areWanted) => !areWanted || settings.Smtp is not null
        ? areWanted
        : throw Refused("No mails are sent from here: the server has none set up. 本系统未配置邮件服务器。", "wantsMail");

    /// <summary>A mail address as it is kept; null where none is given.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public string? RequireMailAddress(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string address = text.Trim();
        bool isOne = address.Length <= LongestAddress && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@', StringComparison.Ordinal)
            && !address.Any(char.IsControl);
        return isOne ? address : throw Refused("This is no mail address. 邮箱地址无效。", "mailAddress");
    }

    /// <summary>A robot's address as it is kept; null where none is given.</summary>
    /// <exception cref="RefusedException">Nothing is sent there from here.</exception>
    public string? RequireWebhook(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        bool isAllowed = text.Length <= LongestUrl && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && settings.Webhooks.Allows(url);
        return isAllowed ? text.Trim() : throw Refused(
            $"A robot's address begins with https:// and is at one of: {string.Join(", ", settings.Webhooks.Names)}. Webhook 地址须为以上主机的 https 地址。", "webhookUrl");
    }

    private static RefusedException Refused(string message, string field) => new(Refusal.InvalidInput(message, field));
}
