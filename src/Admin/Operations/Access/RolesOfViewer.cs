namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>The viewer's roles as the API knows them at this moment: a page for few asks for them with its data, and refuses the others in words.</summary>
public sealed record RolesOfViewer(IReadOnlyList<ViewerRole> Roles);

/// <summary>The roles that open pages of their own, by their codes.</summary>
public static class RoleCodes
{
    public const string Auditor = "AUDITOR";
    public const string PlatformAdmin = "PLATFORM_ADMIN";
    public const string Principal = "PRINCIPAL";
    public const string Teacher = "TEACHER";
    public const string MoralEducationOffice = "MORAL_EDUCATION_OFFICE";
    public const string ResearchOffice = "RESEARCH_OFFICE";
    public const string DistrictMoralEducationOfficer = "DISTRICT_MORAL_EDUCATION_OFFICER";
    public const string DistrictResearchOfficer = "DISTRICT_RESEARCH_OFFICER";

    /// <summary>Who does the steps of research projects, at a school or in a district.</summary>
    public static IReadOnlyCollection<string> OfResearch { get; } = [ResearchOffice, DistrictResearchOfficer];

    /// <summary>Who manages accounts: of a district, or of a school.</summary>
    public static IReadOnlyCollection<string> ManagersOfPeople { get; } = [PlatformAdmin, Principal];

    /// <summary>The roles of people, from the district to the class; integrators are machines.</summary>
    public static IReadOnlyList<string> OfPeople { get; } =
    [
        "DISTRICT_ANALYST", DistrictResearchOfficer, DistrictMoralEducationOfficer, Auditor, PlatformAdmin, Principal,
        "LEADING_GROUP", ResearchOffice, "ACADEMIC_AFFAIRS", MoralEducationOffice, "GRADE_HEAD", Teacher, "INSPECTOR",
    ];

    public static bool Has(this IEnumerable<ViewerRole> roles, params IReadOnlyCollection<string> anyOf) =>
        roles.Any(role => anyOf.Contains(role.Role));
}
