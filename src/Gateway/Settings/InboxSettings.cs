using HomeroomGraph.Gateway.Inbox.Delivery;
using MimeKit;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>How people are reminded, and how messages are sent to them.</summary>
public sealed record InboxSettings
{
    /// <summary>Reminders and messages go out from this gateway.</summary>
    public required bool IsOn { get; init; }

    public required TimeSpan LookEvery { get; init; }

    /// <summary>Where messages lead; null where they have no link.</summary>
    public required Uri? AdminUrl { get; init; }

    /// <summary>Null: no mails are sent.</summary>
    public required SmtpSettings? Smtp { get; init; }

    internal WebhookHosts Webhooks { get; init; } = null!;

    internal static InboxSettings Read(SettingsReader read)
    {
        string hosts = read.Text(SettingsTable.WebhookHosts) ?? SettingsTable.WebhookHosts.Default;
        var webhooks = Inbox.Delivery.WebhookHosts.Parse(hosts, out string? wrong);
        if (webhooks is null)
            read.Refuse(SettingsTable.WebhookHosts, $"\"{wrong}\" is neither a host such as oapi.dingtalk.com nor an origin such as http://127.0.0.1:8090.");
        return new()
        {
            IsOn = read.OnOff(SettingsTable.Reminders, otherwise: true),
            LookEvery = TimeSpan.FromSeconds(read.WholeNumber(SettingsTable.DeliverySeconds, 1, 3_600)),
            AdminUrl = read.WebAddress(SettingsTable.AdminLink),
            Smtp = SmtpSettings.Read(read),
            Webhooks = webhooks!,
        };
    }
}

/// <summary>The mail server that takes mails.</summary>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, string From)
{
    internal static SmtpSettings? Read(SettingsReader read)
    {
        int port = read.WholeNumber(SettingsTable.SmtpPort, 1, 65_535);
        var security = read.OneOf<SmtpSecurity>(SettingsTable.SmtpSecurity);
        var (user, password, from) = (read.Text(SettingsTable.SmtpUser), read.Text(SettingsTable.SmtpPassword), read.Text(SettingsTable.SmtpFrom));
        if (read.Text(SettingsTable.SmtpHost) is not { } host) return null;
        if (from is null || !MailboxAddress.TryParse(from, out var address) || !address.Address.Contains('@', StringComparison.Ordinal))
            read.Refuse(SettingsTable.SmtpFrom, "it must be a mail address such as research@example.edu.cn.");
        if (user is not null && security == SmtpSecurity.None)
            read.Refuse(SettingsTable.SmtpSecurity, "the password would travel unprotected: use starttls or tls.");
        return new(host, port, security, user, password, from ?? "");
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>From the start on in plain text, then by STARTTLS (RFC 3207), which is insisted on.</summary>
    StartTls,

    /// <summary>From the start.</summary>
    Tls,

    /// <summary>Not at all.</summary>
    None,
}
