using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Import;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>Who imports what, as far as the form offers it; the API decides. Administrators everything, a school's offices their own roll.</summary>
public static class ImportRoles
{
    public const string Roll = "ROLL";

    private static readonly string[] Offices = [RoleCodes.Principal, "ACADEMIC_AFFAIRS", "RESEARCH_OFFICE", "MORAL_EDUCATION_OFFICE"];

    public static IReadOnlyList<string> Kinds { get; } = [Roll, "ONEROSTER", "PAPERS"];

    /// <summary>Who sends files in.</summary>
    public static IReadOnlyCollection<string> Importers { get; } = [RoleCodes.PlatformAdmin, .. Offices];

    /// <summary>Who reads the reports: the importers, and the district's readers.</summary>
    public static IReadOnlyCollection<string> Readers { get; } =
        [.. Importers, "DISTRICT_ANALYST", "DISTRICT_RESEARCH_OFFICER", "DISTRICT_MORAL_EDUCATION_OFFICER", "LEADING_GROUP"];

    public static IReadOnlyList<string> Offered(ImportingViewer viewer) =>
        viewer.Roles.Any(role => role.Role == RoleCodes.PlatformAdmin) ? Kinds : viewer.Roles.Any(role => Offices.Contains(role.Role)) ? [Roll] : [];

    /// <summary>The districts that an import can go into; one without a code cannot be named.</summary>
    public static IReadOnlyList<CodedDistrict> Districts(ImportingViewer viewer) =>
        [.. viewer.Roles.Where(role => Importers.Contains(role.Role)).Select(role => role.District).OfType<CodedDistrict>().Where(district => district.Code is not null).Distinct()];
}
