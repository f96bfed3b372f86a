using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.Clients;

/// <summary>The machine clients of the districts that the viewer administers.</summary>
public sealed class IndexModel(GraphQLClient api, ClientLinks links) : PageModel
{
    private const int PageSize = 20;

    public Connection<ClientRow> Clients { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(after) && !string.IsNullOrEmpty(before))
            return BadRequest();
        var variables = string.IsNullOrEmpty(before)
            ? new ClientPage(PageSize, string.IsNullOrEmpty(after) ? null : after, null, null)
            : new ClientPage(null, null, PageSize, before);
        var data = await api.SendAsync(ClientOperations.List, variables, cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.PlatformAdmin) != true)
            return Forbid();
        Clients = data.Clients;
        return Page();
    }

    public Pager Pager => new(
        "clients",
        Clients.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Clients(before: first) : null,
        Clients.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Clients(after: last) : null);
}
