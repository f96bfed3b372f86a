using Microsoft.EntityFrameworkCore;
using static HomeroomGraph.Data.Access.AccessRole;

namespace HomeroomGraph.Data.Access;

/// <summary>
/// Who manages whose account and gives which role. A platform admin: people of the district, all roles in it. A principal: people
/// of the school whose roles all lie in it and below the principal's. Nobody changes the own account this way, so nobody raises
/// oneself; and nobody takes over an account that reaches further, for with a new first password one could sign in as it.
/// </summary>
internal sealed class AccountAuthority
{
    /// <summary>The roles that a principal gives and takes.</summary>
    private static readonly AccessRole[] BelowPrincipal =
        [LeadingGroup, ResearchOffice, AcademicAffairs, MoralEducationOffice, GradeHead, Teacher, Inspector];

    private readonly Guid? self;
    private readonly bool isOperator;
    private readonly HashSet<int> districts = [];
    private readonly HashSet<long> schools = [];

    private AccountAuthority(Acting acting, IReadOnlyCollection<AccessGrant> grants)
    {
        (self, isOperator) = (acting.AccountId, acting.AccountId is null);
        districts.UnionWith(grants.Where(g => g.Role == PlatformAdmin).Select(g => g.DistrictId));
        schools.UnionWith(grants.Where(g => g.Role == Principal).Select(g => g.SchoolId!.Value));
    }

    /// <summary>What the caller may do now, by the grants as they stand in this transaction.</summary>
    public static async Task<AccountAuthority> OfAsync(AccessDbContext context, Acting acting, CancellationToken cancellation)
    {
        if (acting.AccountId is not { } id)
            return new(acting, []);
        var account = await context.Accounts.AsNoTracking().Include(a => a.Grants)
            .SingleOrDefaultAsync(a => a.Id == id && !a.IsDisabled && !a.MustChangePassword, cancellation);
        return new(acting, account?.Grants ?? []);
    }

    public bool IsSelf(Account account) => account.Id == self;

    public bool Administers(int districtId) => isOperator || districts.Contains(districtId);

    public bool ManagesSchool(int districtId, long schoolId) => Administers(districtId) || schools.Contains(schoolId);

    /// <summary>The caller reads that there is such an account: it belongs to a managed place, or has a role in one.</summary>
    public bool Sees(Account account) =>
        IsSelf(account)
        || (account.DistrictId is { } home && IsManagedPlace(home, account.SchoolId))
        || account.Grants.Any(grant => IsManagedPlace(grant.DistrictId, grant.SchoolId));

    /// <summary>The caller has power over the whole account: over where it belongs, and over each of its roles.</summary>
    public bool Manages(Account account) =>
        !IsSelf(account)
        && account.DistrictId is { } home && IsManagedPlace(home, account.SchoolId)
        && account.Grants.All(grant => MayGive(grant.Role, grant.DistrictId, grant.SchoolId) || (grant.Role == Integrator && Administers(grant.DistrictId)));

    /// <summary>The caller gives and takes the role there.</summary>
    public bool MayGive(AccessRole role, int districtId, long? schoolId) => role != Integrator && (
        Administers(districtId)
        || (schoolId is { } school && schools.Contains(school) && BelowPrincipal.Contains(role)));

    private bool IsManagedPlace(int districtId, long? schoolId) =>
        Administers(districtId) || (schoolId is { } school && schools.Contains(school));
}
