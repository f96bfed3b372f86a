using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Asks before a role is taken away, then takes it.</summary>
public sealed class TakeRoleModel(GraphQLClient api, AccessLinks links) : ManagedAccountPage(api)
{
    public AccountRole Role { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string roleId, CancellationToken cancellationToken) =>
        await PrepareAsync(id, roleId, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, string roleId, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(id, roleId, cancellationToken) is { } refused)
            return refused;
        var done = (await Api.SendAsync(AccountMutations.RevokeRole, new(new RevokeRoleInput(Role.Id)), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Account(Account.Id, "role-taken"));
        Problem = done.Errors[0].InReadersLanguage();
        return Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, string roleId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refused)
            return refused;
        if (Account.Roles.Nodes.FirstOrDefault(role => role.Id == roleId) is not { } found)
            return NotFound();
        Role = found;
        return null;
    }
}
