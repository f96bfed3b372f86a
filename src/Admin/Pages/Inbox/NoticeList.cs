using HomeroomGraph.Admin.Operations.Inbox;

namespace HomeroomGraph.Admin.Pages.Inbox;

/// <summary>Notices to show; <paramref name="Back"/> is the page that shows them, to which marking one as read comes back.</summary>
public sealed record NoticeList(IReadOnlyList<Notice> Notices, string Back);
