using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.Clients;

/// <summary>A page about one machine client, for the platform admins of its district.</summary>
public abstract class ManagedClientPage(GraphQLClient api) : PageModel
{
    protected GraphQLClient Api => api;

    public ClientDetails Client { get; private set; } = null!;

    protected async Task<IActionResult?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ClientOperations.Details, new(id), cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.PlatformAdmin) != true)
            return Forbid();
        if (data.Client is not { } client)
            return NotFound();
        Client = client;
        return null;
    }
}

/// <summary>A machine client: what it may do, and what is known of its secrets.</summary>
public sealed class DetailsModel(GraphQLClient api) : ManagedClientPage(api)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ?? Page();
}
