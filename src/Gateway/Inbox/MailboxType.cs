using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Inbox;

internal sealed class MailboxType() : TableType<Mailbox>(
    "Mailbox", "The viewer's inbox as a whole: how much is unread, and which messages are sent beside, where to. Seen by nobody else, and no secret is ever shown.")
{
    /// <summary>By this name the log of changes calls it.</summary>
    public const string LoggedTable = "homeroom.mailbox";

    protected override RowPolicy Policy(RowPolicyBuilder<Mailbox> row) => row.In(Reach.Account, m => m.AccountId);

    protected override void Configure(TableTypeDescriptor<Mailbox> type)
    {
        type.Root.Changes("inboxChanged", "Tells that the viewer was told something, or has read it in another window.", Concerns);

        type.Field(m => m.UnreadCount, "The number of unread notifications.");
        type.Field(m => m.Mails, "Mails are sent.", "wantsMail");
        type.Field(m => m.MailAddress, "Where mails go.");
        type.Field(m => m.MailError, "Why the last mail could not be sent; null where it was. It is tried again for some two days.");
        type.Field(m => m.MailTriedAt, "When a mail was last sent or tried.");
        type.Field(m => m.Posts, "Messages are sent to a group robot.", "wantsWebhook");
        type.Field(m => m.WebhookHost, "The host of the robot's address; the rest of it is a secret.");
        type.Field(m => m.WebhookFormat, "Whose robot it is.");
        type.Field(m => m.HasWebhookSecret, "Messages are signed.");
        type.Field(m => m.WebhookError, "Why the last message could not be sent; null where it was. It is tried again for some two days.");
        type.Field(m => m.WebhookTriedAt, "When a message was last sent or tried.");
        type.Field(m => m.SilentKinds, "The kinds of which no message is sent, a JSON array of NotificationKind; the inbox has them all the same.");
        type.ToOne(m => m.District, "The district that the account belongs to.");
        type.LoggedAs(LoggedTable);
    }

    private static bool Concerns(IViewer viewer, RowKey mailbox) => viewer.ValueOf(Reach.Account) is long[] accounts && accounts.Contains(mailbox.Id!.Value);
}
