namespace HomeroomGraph.Data.Access;

/// <summary>A signed-in account with all that decides what it may see. Good as long as its version is the account's.</summary>
public sealed record ViewerAccount(
    Guid AccountId,
    string UserName,
    string DisplayName,
    string Locale,
    bool MustChangePassword,
    int AccessVersion,
    IReadOnlyList<ViewerGrant> Roles,
    ViewerReach Reach);

/// <summary>A role of a viewer, and where it holds.</summary>
public sealed record ViewerGrant(
    AccessRole Role, int DistrictId, long? SchoolId, short? Grade, long? TeacherId, string? Scope = null, long? InspectorPostId = null);

/// <summary>
/// What wall two lets through: districts read whole; districts of which only the row, the calendar and the subjects are read;
/// and in the latter the schools that are read.
/// </summary>
public sealed record ViewerReach(IReadOnlyList<int> Districts, IReadOnlyList<int> SchoolDistricts, IReadOnlyList<long> Schools);
