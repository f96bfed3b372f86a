namespace HomeroomGraph.Gateway.Settings;

/// <summary>Reminders, mails and messages to group robots; <c>docs/inbox.md</c> says how they work.</summary>
public static partial class SettingsTable
{
    public static readonly Setting Reminders = new("Homeroom__Reminders", "true",
        "Remind of deadlines and send messages from this gateway. Several gateways share the work.");

    public static readonly Setting DeliverySeconds = new("Homeroom__DeliverySeconds", "30",
        "How often messages that wait are sent. What a person is told meanwhile becomes one message.");

    public static readonly Setting AdminLink = new("Homeroom__AdminLink", "none: messages have no link",
        "The admin's address as people see it, for messages to lead there.");

    public static readonly Setting SmtpHost = new("Homeroom__Smtp__Host", "none: no mails are sent",
        "The mail server that takes the mails to people.");

    public static readonly Setting SmtpPort = new("Homeroom__Smtp__Port", "587",
        "Its port; most often 587 with starttls, 465 with tls.");

    public static readonly Setting SmtpSecurity = new("Homeroom__Smtp__Security", "starttls",
        "How the connection is protected: starttls, tls (from the start) or none. None is for a server on this machine.");

    public static readonly Setting SmtpUser = new("Homeroom__Smtp__User", "none: without signing in",
        "As whom to sign in to the mail server.");

    public static readonly Setting SmtpPassword = new("Homeroom__Smtp__Password", "none",
        "The password for that.");

    public static readonly Setting SmtpFrom = new("Homeroom__Smtp__From", "none: needed with a mail server",
        "The address that mails come from.");

    public static readonly Setting WebhookHosts = new("Homeroom__WebhookHosts", "qyapi.weixin.qq.com oapi.dingtalk.com",
        "Hosts whose group robots may get messages, separated by spaces: over https, at public addresses. An origin such as http://127.0.0.1:8090 is good as it stands.");

    private static IReadOnlyList<Setting> Inbox =>
    [
        Reminders, DeliverySeconds, AdminLink, SmtpHost, SmtpPort, SmtpSecurity, SmtpUser, SmtpPassword, SmtpFrom, WebhookHosts,
    ];
}
