using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Inbox;

internal sealed class NotificationType() : TableType<Notification>(
    "Notification", "What the viewer was told: steps, reviews, requests and inspections of the viewer's projects and desks, and reminders. Seen by nobody else. Rules P5 to P14.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Notification> row) => row.In(Reach.Account, n => n.AccountId);

    protected override void Configure(TableTypeDescriptor<Notification> type)
    {
        type.Root.List("inbox", "What the viewer was told, what is unread first and of that the newest.")
            .Groups("Groups of what the viewer was told, such as the unread by kind.")
            .ById("notification", "A notification of the viewer by its id.");

        type.Field(n => n.Kind, "Of what it tells.").Filterable().Sortable().Groupable();
        type.Field(n => n.IsRead, "The viewer has read it: markNotificationsRead.").Filterable().Sortable().Groupable();
        type.Field(n => n.ReadAt, "When it was marked as read.").Filterable();
        type.Field(n => n.TextZh, "What it tells, in Chinese.");
        type.Field(n => n.TextEn, "What it tells, in English.");
        type.Field(n => n.Title, "The project's title at that time.").Filterable();
        type.Field(n => n.State, "The state that a step led to, for STEP_TAKEN.").Filterable();
        type.Field(n => n.ItemKind, "What is due, or was asked for: for DUE_SOON, OVERDUE, REQUEST_MADE and REQUEST_DECIDED.").Filterable();
        type.Field(n => n.Decision, "The decision, for REQUEST_DECIDED.").Filterable();
        type.Field(n => n.DueOn, "Until when something is to be done.").Filterable().Sortable();
        type.Field(n => n.ToldOn, "The business day of what happened, or of the reminder.").Filterable().Sortable();
        type.Field(n => n.ByName, "Who did it, by the name at that time; null for reminders.");
        type.Field(n => n.CreatedAt, "When it was told.").Filterable().Sortable();
        type.Reference("record", "The id of the row that it is about: the project, or the task, member, review, inspection or request.",
            n => n.DistrictId, n => n.RecordTable, n => n.RecordKey).Filterable();
        type.ToOne(n => n.Project, "The project; null where the viewer sees it no longer.").Filterable().Groupable();
        type.ToOne(n => n.School, "The project's school.").Filterable().Groupable();
        type.ToOne(n => n.District, "The district.").Filterable();
        type.OrderedBy(n => n.IsRead);
        type.OrderedBy(n => n.CreatedAt, descending: true);
    }
}
