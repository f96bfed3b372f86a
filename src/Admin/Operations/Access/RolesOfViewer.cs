namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>The viewer's roles as the API knows them at this moment: a page for few asks for them with its data, and refuses the others in words.</summary>
public sealed record RolesOfViewer(IReadOnlyList<ViewerRole> Roles);

/// <summary>The roles that open pages of their own, by their codes.</summary>
public static class RoleCodes
{
    public const string Auditor = "AUDITOR";
    public const string PlatformAdmin = "PLATFORM_ADMIN";
    public const string Principal = "PRINCIPAL";

    public static bool Has(this IEnumerable<ViewerRole> roles, params IReadOnlyCollection<string> anyOf) =>
        roles.Any(role => anyOf.Contains(role.Role));
}
