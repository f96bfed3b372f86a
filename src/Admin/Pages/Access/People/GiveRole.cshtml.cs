using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Gives an account a role in steps that need no script: which role and where, then what that role names besides, then it is given.</summary>
public sealed class GiveRoleModel(GraphQLClient api, AccessLinks links) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "role")] public string? Role { get; set; }
    [BindProperty(SupportsGet = true, Name = "school")] public string? School { get; set; }
    [BindProperty(SupportsGet = true, Name = "district")] public string? District { get; set; }
    [BindProperty(Name = "grade")] public int? Grade { get; set; }
    [BindProperty(Name = "teacher")] public string? Teacher { get; set; }

    public AccountName Account { get; private set; } = null!;
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<SchoolOption> Schools { get; private set; } = [];
    public IReadOnlyList<NamedReach> Districts { get; private set; } = [];
    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];
    public string? Problem { get; private set; }

    /// <summary>Role and place are known: what is left is to name what the role needs, and to confirm.</summary>
    public bool IsLastStep => Role is { } role && (RoleForm.IsOfDistrict(role) ? District is not null : School is not null);

    public string? PlaceName => Role is { } role && RoleForm.IsOfDistrict(role)
        ? Districts.FirstOrDefault(district => district.Id == District)?.Name
        : Schools.FirstOrDefault(school => school.Id == School)?.Name;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await PrepareAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(id, cancellationToken) is { } refused)
            return refused;
        if (!IsLastStep || !ModelState.IsValid)
            return BadRequest();
        var isOfDistrict = RoleForm.IsOfDistrict(Role!);
        var input = new GrantRoleInput(
            Account.Id, Role!, isOfDistrict ? District : null, isOfDistrict ? null : School,
            Role == RoleForm.GradeHead ? Grade : null, Role == RoleForm.Teacher ? Teacher : null);
        var done = (await api.SendAsync(AccountMutations.GrantRole, new(input), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Account(Account.Id, "role-given"));
        Problem = done.Errors[0].InReadersLanguage();
        return Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(RoleChoiceOperation.Operation, new(id), cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        if (data.Account is not { } account)
            return NotFound();
        (Account, Schools) = (account, data.Schools.Nodes);
        Districts = [.. data.Viewer.Roles.Where(role => role.Role == RoleCodes.PlatformAdmin).Select(role => role.District).OfType<NamedReach>().DistinctBy(district => district.Id)];
        Roles = RoleForm.Offered([.. data.Viewer.Roles], Schools.Count > 0);
        return await ReadChoiceAsync(cancellationToken);
    }

    // What the address names must be among what was offered; a single place needs no choosing.
    private async Task<IActionResult?> ReadChoiceAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Role))
        {
            Role = null;
            return null;
        }
        if (!Roles.Contains(Role))
            return BadRequest();
        District = string.IsNullOrEmpty(District) ? Districts is [{ Id: { } only }] ? only : null : District;
        School = string.IsNullOrEmpty(School) ? Schools is [var single] ? single.Id : null : School;
        if (IsLastStep && PlaceName is null)
            return BadRequest();
        if (Role == RoleForm.Teacher && School is { } school)
            Staff = (await api.SendAsync(SchoolStaffOperation.Operation, new(school), cancellationToken)).School?.Teachers.Nodes ?? [];
        return null;
    }
}
