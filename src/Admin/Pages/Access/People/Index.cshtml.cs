using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>The accounts (账号) that the viewer manages.</summary>
public sealed class IndexModel(GraphQLClient api, AccessLinks links, TimeProvider clock) : PageModel
{
    public AccountListQuery Query { get; private set; } = new();
    public Connection<AccountRow> Accounts { get; private set; } = new([]);
    public IReadOnlyList<SchoolOption> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(AccountListRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        var data = await api.SendAsync(AccountListOperation.Operation, query.ToVariables(clock.GetUtcNow()), cancellationToken);
        // To others the API shows their own account only: that is their own page, not this one.
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        Accounts = data.Accounts;
        Schools = data.Schools.Nodes;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.People(query);
        return Page();
    }

    public Pager Pager => new(
        "people",
        Accounts.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.People(Query.FromStart() with { Before = first }) : null,
        Accounts.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.People(Query.FromStart() with { After = last }) : null);
}
