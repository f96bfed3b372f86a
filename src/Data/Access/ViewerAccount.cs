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
    ViewerReach Reach)
{
    public required long AccountNumber { get; init; }
    public required AccountKind Kind { get; init; }

    /// <summary>The district that the account belongs to; null for one that never had a role.</summary>
    public required int? HomeDistrictId { get; init; }

    /// <summary>A machine client that may send registered documents only.</summary>
    public required bool TrustedDocumentsOnly { get; init; }

    /// <summary>Made by the demo.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>A token of ours with another number is refused.</summary>
    public required int SessionVersion { get; init; }

    /// <summary>A token of a foreign authority that was issued before is refused.</summary>
    public required DateTimeOffset? SessionsEndedAt { get; init; }

    /// <summary>The same account with no more than these scopes: what a token allows that a machine client asked for.</summary>
    public ViewerAccount WithScopes(IReadOnlyCollection<string> scopes) =>
        this with { Roles = [.. Roles.Where(role => role.Scope is null || scopes.Contains(role.Scope))] };
}

/// <summary>A role of a viewer, and where it holds.</summary>
public sealed record ViewerGrant(
    AccessRole Role, int DistrictId, long? SchoolId, short? Grade, long? TeacherId, string? Scope = null, long? InspectorPostId = null);

/// <summary>
/// What wall two lets through: districts read whole; districts of which only the row, the calendar and the subjects are read;
/// and in the latter the schools that are read.
/// </summary>
/// <param name="OnlyDistrict">The district that all of it comes down to: read whole, and nothing of another. Null where there is none.</param>
/// <param name="IsFixed">It changes with the account's access version only: that of a teacher changes with assignments too.</param>
public sealed record ViewerReach(
    IReadOnlyList<int> Districts, IReadOnlyList<int> SchoolDistricts, IReadOnlyList<long> Schools, int? OnlyDistrict, bool IsFixed);
