using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>A role is named in steps that need no script: which one, where, and then what it names besides.</summary>
public abstract class RoleStepsPage(GraphQLClient api) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "role")] public string? Role { get; set; }
    [BindProperty(SupportsGet = true, Name = "school")] public string? School { get; set; }
    [BindProperty(SupportsGet = true, Name = "district")] public string? District { get; set; }
    [BindProperty(Name = "grade")] public int? Grade { get; set; }
    [BindProperty(Name = "teacher")] public string? Teacher { get; set; }
    [BindProperty(Name = "post")] public string? Post { get; set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<SchoolOption> Schools { get; private set; } = [];
    public IReadOnlyList<NamedReach> Districts { get; private set; } = [];
    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];
    public IReadOnlyList<PostOption> Posts { get; private set; } = [];
    public string? Problem { get; protected set; }

    /// <summary>Where the way out leads, and where the way begins again.</summary>
    public abstract string CancelAddress { get; }

    public abstract string BeginAddress { get; }

    /// <summary>Role and place are known: what is left is to name what the role needs, and to confirm.</summary>
    public bool IsLastStep => Role is { } role && (RoleForm.IsOfDistrict(role) ? District is not null : School is not null);

    public string? PlaceName => IsDistrictsRole
        ? Districts.FirstOrDefault(district => district.Id == District)?.Name
        : Schools.FirstOrDefault(school => school.Id == School)?.Name;

    protected GraphQLClient Api => api;

    protected bool IsDistrictsRole => Role is { } role && RoleForm.IsOfDistrict(role);

    /// <summary>What the chosen role and place are called in an input; null for what the role has not.</summary>
    protected (string? District, string? School, int? Grade, string? Teacher, string? Post) Place => (
        IsDistrictsRole ? District : null, IsDistrictsRole ? null : School, Role == RoleForm.GradeHead ? Grade : null,
        Role == RoleForm.Teacher ? Teacher : null, Role == RoleForm.Inspector ? Post : null);

    /// <summary>What there is to choose from, less than what the page has no use for. What the address names must be among it; a single
    /// place needs no choosing.</summary>
    protected async Task<IActionResult?> ReadChoiceAsync(
        IReadOnlyCollection<ViewerRole> viewer, IReadOnlyList<SchoolOption> schools, CancellationToken cancellationToken, params string[] without)
    {
        Schools = schools;
        Districts = [.. viewer.Where(role => role.Role == RoleCodes.PlatformAdmin).Select(role => role.District).OfType<NamedReach>().DistinctBy(district => district.Id)];
        Roles = [.. RoleForm.Offered(viewer, Schools.Count > 0).Except(without)];
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
        if (Role == RoleForm.Inspector && School is { } ofPosts)
            Posts = (await api.SendAsync(InspectorPostsOperation.Operation, new(ofPosts), cancellationToken)).InspectorPosts.Nodes;
        return null;
    }
}
