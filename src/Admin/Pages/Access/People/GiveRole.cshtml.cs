using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Gives an account a role.</summary>
public sealed class GiveRoleModel(GraphQLClient api, AccessLinks links) : RoleStepsPage(api)
{
    public AccountName Account { get; private set; } = null!;

    public override string CancelAddress => links.Account(Account.Id);

    public override string BeginAddress => links.GiveRole(Account.Id);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await PrepareAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(id, cancellationToken) is { } refused)
            return refused;
        if (!IsLastStep || !ModelState.IsValid)
            return BadRequest();
        var (district, school, grade, teacher, post) = Place;
        var input = new GrantRoleInput(Account.Id, Role!, district, school, grade, teacher, post);
        var done = (await Api.SendAsync(AccountMutations.GrantRole, new(input), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Account(Account.Id, "role-given"));
        Problem = done.Errors[0].InReadersLanguage();
        return Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await Api.SendAsync(RoleChoiceOperation.Operation, new(id), cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        if (data.Account is not { } account)
            return NotFound();
        Account = account;
        return await ReadChoiceAsync([.. data.Viewer.Roles], data.Schools.Nodes, cancellationToken);
    }
}
