namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>The viewer's roles as the API knows them at this moment: a page for few asks for them with its data, and refuses the others in words.</summary>
public sealed record RolesOfViewer(IReadOnlyList<ViewerRole> Roles);

/// <summary>The roles that open pages of their own, by their codes.</summary>
public static class RoleCodes
{
    public const string Auditor = "AUDITOR";
    public const string PlatformAdmin = "PLATFORM_ADMIN";
    public const string Principal = "PRINCIPAL";

    /// <summary>Who manages accounts: of a district, or of a school.</summary>
    public static IReadOnlyCollection<string> ManagersOfPeople { get; } = [PlatformAdmin, Principal];

    /// <summary>The roles of people, from the district to the class; integrators are machines.</summary>
    public static IReadOnlyList<string> OfPeople { get; } =
    [
        "DISTRICT_ANALYST", "DISTRICT_RESEARCH_OFFICER", "DISTRICT_MORAL_EDUCATION_OFFICER", Auditor, PlatformAdmin, Principal,
        "LEADING_GROUP", "RESEARCH_OFFICE", "ACADEMIC_AFFAIRS", "MORAL_EDUCATION_OFFICE", "GRADE_HEAD", "TEACHER", "INSPECTOR",
    ];

    public static bool Has(this IEnumerable<ViewerRole> roles, params IReadOnlyCollection<string> anyOf) =>
        roles.Any(role => anyOf.Contains(role.Role));
}
