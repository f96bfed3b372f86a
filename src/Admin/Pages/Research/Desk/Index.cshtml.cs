using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Research.Desk;

/// <summary>What waits for the viewer (待办): as a teacher, for the research office, for the district; what is due first at the top.</summary>
public sealed class IndexModel(GraphQLClient api, ResearchLinks links) : PageModel
{
    private const int PageSize = 20;

    public DeskItemKind? Kind { get; private set; }
    public bool Late { get; private set; }
    public Connection<DeskItem> Items { get; private set; } = new([]);
    public IReadOnlyList<DeskKindCount> Kinds { get; private set; } = [];

    public bool IsFiltered => Kind is not null || Late;

    public async Task<IActionResult> OnGetAsync(string? kind, string? late, string? after, string? before, CancellationToken cancellationToken)
    {
        (after, before) = (AddressValues.Given(after), AddressValues.Given(before));
        if (!AddressValues.TryCode<DeskItemKind>(kind, out var chosen) || AddressValues.Given(late) is not (null or "true") || (after is not null && before is not null))
            return BadRequest();
        (Kind, Late) = (chosen, AddressValues.Given(late) is not null);
        var where = IsFiltered ? new DeskFilterInput { Kind = Kind is { } one ? new(one) : null, IsLate = Late ? new(true) : null } : null;
        var variables = new DeskVariables(before is null ? PageSize : null, after, before is null ? null : PageSize, before, where);
        var data = await api.SendAsync(DeskOperation.Operation, variables, cancellationToken);
        (Items, Kinds) = (data.DeskItems, [.. data.Kinds.Nodes.OrderBy(group => group.Key.Kind)]);
        return Page();
    }

    public Pager Pager => new(
        "desk",
        Items.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Desk(Kind, Late, before: first) : null,
        Items.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Desk(Kind, Late, after: last) : null);
}
