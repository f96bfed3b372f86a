using HomeroomGraph.Data.Inbox;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>The kinds of desks, of what waits on them, and of what people are told.</summary>
internal static class InboxEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<DeskKind>("DeskKind", "What kind of desk it is. Rule O2.")
            .Value(DeskKind.Teacher, "A teacher's own (教师本人).")
            .Value(DeskKind.ResearchOffice, "A school's research office (学校教科室).")
            .Value(DeskKind.ResearchOfficer, "A district's research officer (区县教研员)."),
        new EnumDeclaration<DeskItemKind>("DeskItemKind", "What is to be done. Rules P4 to P14.")
            .Value(DeskItemKind.DraftToSubmit, "The leader submits the draft (待提交). Rule P4.")
            .Value(DeskItemKind.OpinionsToAnswer, "The leader answers the opinions (待答复评审意见). Rule P6.")
            .Value(DeskItemKind.RevisionToSubmit, "All opinions are answered: the leader submits the new version (待提交修改稿). Rule P6.")
            .Value(DeskItemKind.ReviewersToAssign, "The office assigns reviewers (待安排评审). Rule P5.")
            .Value(DeskItemKind.ReviewToGive, "The reviewer gives the review (待评审). Rule P5.")
            .Value(DeskItemKind.OutcomeToDecide, "All reviews are in: the office decides (待作初审结论). Rule P6.")
            .Value(DeskItemKind.DecisionToRecord, "The district's research officer records the decision (待登记批复). Rule P7.")
            .Value(DeskItemKind.OpeningToReport, "The leader asks for the opening report (待开题). Rule P11.")
            .Value(DeskItemKind.MidtermToReport, "The leader asks for the mid-term check (待中期检查). Rule P11.")
            .Value(DeskItemKind.ClosingToReport, "The leader asks for the closing (待结题). Rules P10, P11.")
            .Value(DeskItemKind.MilestoneToDecide, "A milestone that was asked for is decided (待审阶段申请). Rule P11.")
            .Value(DeskItemKind.ExtensionToDecide, "An extension that was asked for is decided (待审延期申请). Rule P10.")
            .Value(DeskItemKind.ChangeToDecide, "A change that was asked for is decided (待审变更申请). Rule P14.")
            .Value(DeskItemKind.TaskToFinish, "The member finishes the task (待完成任务). Rule P8.")
            .Value(DeskItemKind.StageToFinish, "The leader finishes the stage (待完成阶段). Rule P8.")
            .Value(DeskItemKind.InspectionToMend, "The leader mends what an inspection found (待整改). Rule P8.")
            .Value(DeskItemKind.InspectionToConfirm, "The inspector, or the office, confirms that it is mended (待确认整改). Rule P8."),
        new EnumDeclaration<NotificationKind>("NotificationKind", "Of what a person is told.")
            .Value(NotificationKind.StepTaken, "A step of a project (课题进展): to its members and the office, and to the research officer what is recommended. Rules P4 to P11.")
            .Value(NotificationKind.MemberNamed, "The person was named as a member (列为成员). Rule P3.")
            .Value(NotificationKind.TaskAssigned, "A task of a running project is the person's (分配任务). Rule P8.")
            .Value(NotificationKind.ReviewAssigned, "A review is asked for (请您评审). Rule P5.")
            .Value(NotificationKind.ReviewReleased, "The review is no longer needed (不再需要评审). Rule P5.")
            .Value(NotificationKind.ReviewGiven, "A review was given (收到评审): to the office. Rule P5.")
            .Value(NotificationKind.RequestMade, "A milestone, an extension or a change is asked for (有申请待审批): to who decides. Rules P10, P11, P14.")
            .Value(NotificationKind.RequestDecided, "A request was decided (申请已审批): to the members. Rules P10, P11, P14.")
            .Value(NotificationKind.Inspected, "The project was inspected (过程检查): to the leader. Rule P8.")
            .Value(NotificationKind.InspectionMended, "What an inspection found is mended (整改已确认): to the leader. Rule P8.")
            .Value(NotificationKind.DueSoon, "A deadline comes near (即将到期): policies p5_reminder_days, p8_reminder_days, p10_reminder_days.")
            .Value(NotificationKind.Overdue, "A deadline has passed (已逾期); of a project's due date the office is told too. Rule P10."),
        new EnumDeclaration<WebhookFormat>("WebhookFormat", "Whose group robot takes messages.")
            .Value(WebhookFormat.Wecom, "A group robot of 企业微信 (WeCom).")
            .Value(WebhookFormat.Dingtalk, "A custom robot of 钉钉 (DingTalk), signed where it has a secret (加签)."),
    ];
}
