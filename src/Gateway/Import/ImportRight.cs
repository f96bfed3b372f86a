using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Gateway.Import;

/// <summary>
/// Who may import: an administrator of the district everything, a machine client with <c>roster:write</c> rosters and rolls, and a school's
/// offices the roll of their own school.
/// </summary>
/// <param name="SchoolId">The school that the file is bound to; null for the whole district.</param>
internal sealed record ImportRight(long? SchoolId)
{
    private static readonly AccessRole[] Offices =
        [AccessRole.Principal, AccessRole.AcademicAffairs, AccessRole.ResearchOffice, AccessRole.MoralEducationOffice];

    /// <summary>Null when the account may not.</summary>
    public static ImportRight? Of(ViewerAccount account, ImportKind kind, int? districtId)
    {
        var grants = account.Roles.Where(g => g.DistrictId == districtId).ToList();
        if (grants.Any(g => g.Role == AccessRole.PlatformAdmin)) return new((long?)null);
        if (kind == ImportKind.Papers) return null;
        if (grants.Find(g => g.Scope == AccessScope.RosterWrite) is { } machine && (machine.SchoolId is null || kind == ImportKind.Roll))
            return new(machine.SchoolId);
        return kind == ImportKind.Roll && grants.Find(g => Offices.Contains(g.Role) && g.SchoolId is not null) is { } office ? new(office.SchoolId) : null;
    }
}
