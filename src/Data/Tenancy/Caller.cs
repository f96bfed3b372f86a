using HomeroomGraph.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>Who calls a use case: a signed-in account whose rights were checked right before, and from where.</summary>
public sealed record Caller(ViewerAccount Account, string? Origin)
{
    /// <summary>For the audit log (rule V3).</summary>
    public Actor Actor => Actor.Account(Account.AccountId, Origin);

    /// <summary>The persons behind the account, in that district.</summary>
    public IEnumerable<long> TeachersIn(int districtId) =>
        Account.Roles.Where(role => role.DistrictId == districtId).Select(role => role.TeacherId).OfType<long>();

    /// <summary>The person behind the account in that district; null where it is nobody's who teaches.</summary>
    public long? TeacherIn(int districtId) => TeachersIn(districtId).Select(id => (long?)id).FirstOrDefault();

    /// <summary>The account has one of the roles at that school.</summary>
    public bool HasAtSchool(int districtId, long schoolId, params ReadOnlySpan<AccessRole> roles) => Has(districtId, schoolId, roles);

    /// <summary>The account has one of the roles over that whole district.</summary>
    public bool HasInDistrict(int districtId, params ReadOnlySpan<AccessRole> roles) => Has(districtId, schoolId: null, roles);

    /// <summary>The account has any role at that school, or over its whole district.</summary>
    public bool HasAnyAtSchool(int districtId, long schoolId) =>
        Account.Roles.Any(role => role.DistrictId == districtId && (role.SchoolId is null || role.SchoolId == schoolId));

    /// <summary>The account has any role in that district.</summary>
    public bool HasAnyInDistrict(int districtId) => Account.Roles.Any(role => role.DistrictId == districtId);

    /// <summary>The caller's name in that district, for the record: the teacher's, else the account's.</summary>
    internal async Task<string> NameInAsync(HomeroomDbContext context, int districtId, CancellationToken cancellation) => TeacherIn(districtId) is { } person
        ? await context.Teachers.Where(t => t.DistrictId == districtId && t.TeacherId == person).Select(t => t.Name).SingleAsync(cancellation)
        : Account.DisplayName;

    private bool Has(int districtId, long? schoolId, ReadOnlySpan<AccessRole> roles)
    {
        foreach (var grant in Account.Roles)
        {
            if (grant.DistrictId == districtId && grant.SchoolId == schoolId && roles.Contains(grant.Role))
                return true;
        }

        return false;
    }
}

/// <summary>A record by its key.</summary>
public readonly record struct RecordKey(int DistrictId, long Id);
