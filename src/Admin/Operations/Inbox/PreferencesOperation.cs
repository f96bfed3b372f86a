using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Inbox;

/// <summary>schema/operations/Inbox/NotificationPreferences.graphql: which messages the viewer gets beside the inbox, and where.</summary>
public static class PreferencesOperation
{
    public static Operation<NoVariables, PreferencesData> Operation { get; } = new("Inbox/NotificationPreferences");

    /// <summary>schema/operations/Inbox/ChangeNotificationPreferences.graphql; null takes a part away.</summary>
    public static Operation<InputVariables<StepInput>, DoneData<Done>> Change { get; } = new("Inbox/ChangeNotificationPreferences");
}

public sealed record PreferencesData(PreferencesViewer? Viewer) : FramedData;

public sealed record PreferencesViewer(Mailbox? Mailbox);

/// <summary>Of a robot the API tells the host only, and of its secret that there is one.</summary>
public sealed record Mailbox(
    bool WantsMail, string? MailAddress, string? MailError, DateTimeOffset? MailTriedAt, bool WantsWebhook, string? WebhookHost, WebhookFormat? WebhookFormat,
    bool HasWebhookSecret, string? WebhookError, DateTimeOffset? WebhookTriedAt, IReadOnlyList<NotificationKind> SilentKinds);

public enum WebhookFormat { Wecom, Dingtalk }
