using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Inbox;

/// <summary>What the inbox shows: all or the unread, of one project or of each, and the place; all of it in the address.</summary>
public sealed record InboxQuery(bool Unread = false, string? Project = null, string? After = null, string? Before = null)
{
    private const int PageSize = 20;

    public bool IsFiltered => Unread || Project is not null;

    /// <summary>Null when the address makes no sense. What is empty counts as absent.</summary>
    public static InboxQuery? Of(string? unread, string? project, string? after, string? before)
    {
        var query = new InboxQuery(AddressValues.Given(unread) is not null, AddressValues.Given(project), AddressValues.Given(after), AddressValues.Given(before));
        return AddressValues.Given(unread) is not (null or "true") || (query.After is not null && query.Before is not null) ? null : query;
    }

    public InboxQuery FromStart() => this with { After = null, Before = null };

    public InboxVariables ToVariables() => new(
        Before is null ? PageSize : null, After, Before is null ? null : PageSize, Before,
        IsFiltered ? new NoticeFilterInput { IsRead = Unread ? new(false) : null, Project = Project is { } id ? new(new(id)) : null } : null);
}
