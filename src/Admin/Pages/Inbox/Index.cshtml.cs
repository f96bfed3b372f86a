using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Inbox;

/// <summary>
/// What the viewer was told (消息), what is unread first: rules P5 to P14. To open a notice marks it as read; since looking at an address must change nothing, each
/// unread one is opened by a button.
/// </summary>
public sealed class IndexModel(GraphQLClient api, InboxLinks links, PageFrame frame) : PageModel
{
    public InboxQuery Query { get; private set; } = new();
    public Connection<Notice> Notices { get; private set; } = new([]);

    public int Unread => frame.UnreadCount ?? 0;

    /// <summary>Accounts of no district are told nothing, and have nothing to prefer.</summary>
    public bool HasMailbox => frame.UnreadCount is not null;

    public async Task<IActionResult> OnGetAsync(string? unread, string? project, string? after, string? before, CancellationToken cancellationToken)
    {
        if (InboxQuery.Of(unread, project, after, before) is not { } query)
            return BadRequest();
        Query = query;
        Notices = (await api.SendAsync(InboxOperation.Operation, query.ToVariables(), cancellationToken)).Inbox;
        return Page();
    }

    /// <summary>Marks a notice as read and goes to what it is about.</summary>
    public Task<IActionResult> OnPostOpenAsync(string? id, string? to, CancellationToken cancellationToken) => MarkAsync(Named(id), to, cancellationToken);

    public Task<IActionResult> OnPostReadAsync(string? id, string? back, CancellationToken cancellationToken) => MarkAsync(Named(id), back, cancellationToken);

    /// <summary>All there are, or all of a project.</summary>
    public Task<IActionResult> OnPostReadAllAsync(string? project, string? back, CancellationToken cancellationToken) => MarkAsync(
        AddressValues.Given(project) is { } one ? new MarkReadInput(ProjectId: one) : new MarkReadInput(All: true), back, cancellationToken);

    public Pager Pager => new(
        "inbox",
        Notices.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Inbox(Query.FromStart() with { Before = first }) : null,
        Notices.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Inbox(Query.FromStart() with { After = last }) : null);

    private static MarkReadInput? Named(string? id) => AddressValues.Given(id) is { } one ? new MarkReadInput(Ids: [one]) : null;

    private async Task<IActionResult> MarkAsync(MarkReadInput? input, string? then, CancellationToken cancellationToken)
    {
        if (input is null || !Url.IsLocalUrl(then))
            return BadRequest();
        var done = (await api.SendAsync(InboxOperation.MarkRead, new(input), cancellationToken)).Done;
        return done.Errors.Count == 0 ? LocalRedirect(then) : BadRequest();
    }
}
