using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Which roles a viewer may give, and what each needs to be named with. The API decides; this keeps the form from offering what it would refuse.</summary>
public static class RoleForm
{
    public const string Teacher = "TEACHER", GradeHead = "GRADE_HEAD";

    // A post of an inspector is chosen from the school's posts, which the contract does not list yet.
    private const string Inspector = "INSPECTOR";

    private static readonly string[] OfDistrict =
        ["DISTRICT_ANALYST", "DISTRICT_RESEARCH_OFFICER", "DISTRICT_MORAL_EDUCATION_OFFICER", RoleCodes.Auditor, RoleCodes.PlatformAdmin];

    public static bool IsOfDistrict(string role) => OfDistrict.Contains(role);

    /// <summary>A platform admin gives all roles, those of schools only where there are schools to see; a principal those of the school below the own.</summary>
    public static IReadOnlyList<string> Offered(IReadOnlyCollection<ViewerRole> viewer, bool seesSchools)
    {
        var isAdmin = viewer.Has(RoleCodes.PlatformAdmin);
        return [.. RoleCodes.OfPeople.Where(role => role != Inspector && (IsOfDistrict(role)
            ? isAdmin
            : seesSchools && (isAdmin || role != RoleCodes.Principal)))];
    }
}
