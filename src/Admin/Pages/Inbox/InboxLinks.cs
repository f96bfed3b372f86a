using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Research;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Inbox;

/// <summary>The addresses of the area Inbox: the one place that knows how they are written.</summary>
public sealed class InboxLinks(PageAddresses pages, ResearchLinks research)
{
    private const string List = "/Inbox/Index", Form = "/Inbox/Preferences";

    public string Inbox() => pages.Of(List);

    public string Inbox(InboxQuery query) => pages.Of(
        List, new { unread = query.Unread ? "true" : null, project = query.Project, after = query.After, before = query.Before });

    /// <summary>What the buttons of notices lead to: <c>Open</c>, <c>Read</c>, <c>ReadAll</c>.</summary>
    public string Handler(string handler) => pages.Of(List, new { handler });

    public string Preferences(bool saved = false) => pages.Of(Form, new { done = saved ? "saved" : null });

    public string PreferencesHandler(string handler) => pages.Of(Form, new { handler });

    /// <summary>Where to see what a notice tells of; null where the viewer sees it no longer. A step that was asked for may be taken by now, so the way leads to
    /// the project, which offers what can be done today.</summary>
    public string? Of(Notice notice)
    {
        if (notice is { Record: { } review } and ({ Kind: NotificationKind.ReviewAssigned } or { ItemKind: DeskItemKind.ReviewToGive }))
            return research.Review(review);
        return notice.Project is { } project ? research.Project(project.Id) + SectionOf(notice) : null;
    }

    private static string? SectionOf(Notice notice) => notice.Kind switch
    {
        NotificationKind.MemberNamed => "#members",
        NotificationKind.TaskAssigned => "#plan",
        NotificationKind.ReviewGiven => "#reviews",
        NotificationKind.RequestMade or NotificationKind.RequestDecided => "#requests",
        NotificationKind.Inspected or NotificationKind.InspectionMended => "#inspections",
        NotificationKind.DueSoon or NotificationKind.Overdue => notice.ItemKind switch
        {
            DeskItemKind.TaskToFinish or DeskItemKind.StageToFinish => "#plan",
            DeskItemKind.InspectionToMend or DeskItemKind.InspectionToConfirm => "#inspections",
            DeskItemKind.MilestoneToDecide or DeskItemKind.ExtensionToDecide or DeskItemKind.ChangeToDecide => "#requests",
            _ => null,
        },
        _ => null,
    };
}
