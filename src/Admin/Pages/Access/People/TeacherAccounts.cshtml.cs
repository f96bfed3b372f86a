using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Accounts for all teachers of a school: how many are missing, then the slips with first passwords, shown in the answer and never again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TeacherAccountsModel(GraphQLClient api) : PageModel
{
    public IReadOnlyList<SchoolOption> Schools { get; private set; } = [];
    public SchoolOfAccounts? School { get; private set; }

    /// <summary>How many teachers of the school have an account already.</summary>
    public int WithAccount { get; private set; }

    /// <summary>The new accounts, right after they were made.</summary>
    public IReadOnlyList<PasswordSlip>? Slips { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The viewer sees who works there; a platform admin sees the school only.</summary>
    public bool SeesTeachers { get; private set; }

    public int Missing => Math.Max(0, School!.TeacherCount - WithAccount);

    public async Task<IActionResult> OnGetAsync(string? school, CancellationToken cancellationToken) =>
        await (string.IsNullOrEmpty(school) ? ChooseAsync(cancellationToken) : CountAsync(school, cancellationToken)) ?? Page();

    public async Task<IActionResult> OnPostAsync(string? school, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(school))
            return BadRequest();
        if (await CountAsync(school, cancellationToken) is { } refused)
            return refused;
        var done = (await api.SendAsync(CreateTeacherAccountsOperation.Operation, new(new(School!.Id)), cancellationToken)).Done;
        if (done.Errors.Count > 0)
            Problem = done.Errors[0].InReadersLanguage();
        else
            Slips = [.. (done.Accounts ?? []).Select(made => new PasswordSlip(made.DisplayName, made.Username, made.Password, made.PasswordExpiresAt, made.StaffNumber))];
        return Page();
    }

    private async Task<IActionResult?> ChooseAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ManagedSchoolsOperation.Operation, NoVariables.Value, cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        Schools = data.Schools.Nodes;
        return Schools is [var only] ? await CountAsync(only.Id, cancellationToken) : null;
    }

    private async Task<IActionResult?> CountAsync(string school, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(TeacherAccountsOperation.Operation, new(school), cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        if (data.School is not { } found)
            return NotFound();
        (School, WithAccount, SeesTeachers) = (found, data.AccountRoles.TotalCount, data.Viewer.Roles.Has(RoleCodes.Principal));
        return null;
    }
}
