using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Which roles a viewer may give, and what each needs to be named with. The API decides; this keeps the form from offering what it would refuse.</summary>
public static class RoleForm
{
    public const string Teacher = "TEACHER", GradeHead = "GRADE_HEAD", Inspector = "INSPECTOR";

    private static readonly string[] OfDistrict =
        ["DISTRICT_ANALYST", "DISTRICT_RESEARCH_OFFICER", "DISTRICT_MORAL_EDUCATION_OFFICER", RoleCodes.Auditor, RoleCodes.PlatformAdmin];

    public static bool IsOfDistrict(string role) => OfDistrict.Contains(role);

    /// <summary>A platform admin gives all roles; a principal those of the school below the own. The role of a teacher names the person, whom
    /// only those of the school see: a platform admin makes accounts for all teachers of a school at once.</summary>
    public static IReadOnlyList<string> Offered(IReadOnlyCollection<ViewerRole> viewer, bool seesSchools)
    {
        var isAdmin = viewer.Has(RoleCodes.PlatformAdmin);
        var isPrincipal = viewer.Has(RoleCodes.Principal);
        return [.. RoleCodes.OfPeople.Where(role => IsOfDistrict(role) ? isAdmin : seesSchools && role switch
        {
            RoleCodes.Principal => isAdmin,
            Teacher => isPrincipal,
            _ => true,
        })];
    }
}
