using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>A page about one account, for those who manage it.</summary>
public abstract class ManagedAccountPage(GraphQLClient api) : PageModel
{
    protected GraphQLClient Api => api;

    public AccountDetails Account { get; private set; } = null!;

    /// <summary>The viewer's own account: others manage it, and the holder has a page of its own.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Null when the viewer manages the account; else the answer that says what is the matter.</summary>
    protected async Task<IActionResult?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(AccountDetailsOperation.Operation, new(id), cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        if (data.Account is not { } account)
            return NotFound();
        Account = account;
        IsOwn = account.Id == data.Viewer.Account?.Id;
        return null;
    }
}
