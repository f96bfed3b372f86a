using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>The mutations <c>markNotificationsRead</c> and <c>changeNotificationPreferences</c>: of the own inbox, and of no other.</summary>
internal static class NotificationMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        DeclareMarking(mutations);
        DeclarePreferences(mutations);
    }

    private static void DeclareMarking(MutationDeclarations mutations) => mutations
        .Add("markNotificationsRead", "Marks own notifications as read: those that are named, those of a project that was looked at, or all. What is read already stays so.")
        .Takes("ids", new ListType(new NonNullType(BuiltInScalars.Id)), "The notifications.")
        .Takes("projectId", BuiltInScalars.Id, "All of a ResearchProject.")
        .Takes("all", BuiltInScalars.Boolean, "All there are.")
        .Gives<Marked>("markedCount", BuiltInScalars.Int, "How many were unread.", marked => marked.Count)
        .GivesRow<Marked>("mailbox", typeof(Mailbox), "The inbox.", marked => KeyOf(marked.Account))
        .FailsWith(nameof(InvalidInputError))
        .Runs(async call =>
        {
            var (named, project, all) = (call.Records("ids", "Notification"), call.OptionalRecord("projectId", "ResearchProject"), call.Flag("all") == true);
            if (named.Count == 0 && project is null && !all)
                throw new RefusedException(Refusal.InvalidInput("Say which: ids, projectId or all. 请指定要标记的通知。", "ids"));
            int count = await call.Service<MarkNotifications>().RunAsync(call.Account, named, project, all, call.Cancellation);
            return MutationOutcome.Of(new Marked(call.Account, count));
        });

    private static void DeclarePreferences(MutationDeclarations mutations) => mutations
        .Add("changeNotificationPreferences", "Says which messages the viewer gets beside the inbox, and where. What is left out stays as it is; null takes it away.")
        .Takes("wantsMail", BuiltInScalars.Boolean, "Send mails; needs an address.")
        .Takes("mailAddress", BuiltInScalars.String, "Where mails go.")
        .Takes("wantsWebhook", BuiltInScalars.Boolean, "Send messages to a group robot; needs its address and whose it is.")
        .Takes("webhookUrl", BuiltInScalars.String, "The robot's address, as 企业微信 or 钉钉 gives it: https, at a host that is allowed here. It is a secret, and never shown again.")
        .Takes("webhookFormat", mutations.Schema.EnumTypeOf<WebhookFormat>(), "Whose robot it is.")
        .Takes("webhookSecret", BuiltInScalars.String, "With what messages to 钉钉 are signed (加签); never shown again, and gone with another address.")
        .Takes("silentKinds", new ListType(new NonNullType(mutations.Schema.EnumTypeOf<NotificationKind>())), "Of these kinds no message is sent; the inbox has them all the same.")
        .GivesRow<ViewerAccount>("mailbox", typeof(Mailbox), "The inbox.", KeyOf)
        .FailsWith(nameof(InvalidInputError), nameof(NotFoundError))
        .Runs(async call =>
        {
            var places = call.Service<PlacesOfMessages>();
            var change = new PreferenceChange
            {
                Mails = call.GivenOf("wantsMail", () => places.RequireMails(call.Flag("wantsMail") == true)),
                MailAddress = call.GivenOf("mailAddress", () => places.RequireMailAddress(call.OptionalText("mailAddress"))),
                Posts = call.GivenOf("wantsWebhook", () => call.Flag("wantsWebhook") == true),
                WebhookUrl = call.GivenOf("webhookUrl", () => places.RequireWebhook(call.OptionalText("webhookUrl"))),
                WebhookFormat = call.GivenOf("webhookFormat", () => call.OptionalChoice<WebhookFormat>("webhookFormat")),
                WebhookSecret = call.GivenOf("webhookSecret", () => call.OptionalText("webhookSecret")?.Trim() is { Length: > 0 } secret ? secret : null),
                SilentKinds = call.GivenOf("silentKinds", () => call.Choices<NotificationKind>("silentKinds") ?? []),
            };
            await call.Service<ChangePreferences>().RunAsync(call.Caller, change, call.Cancellation);
            return MutationOutcome.Of(call.Account);
        });

    private static RowKey? KeyOf(ViewerAccount account) => account.HomeDistrictId is { } district ? new RowKey(district, account.AccountNumber) : null;

    private sealed record Marked(ViewerAccount Account, int Count);
}
