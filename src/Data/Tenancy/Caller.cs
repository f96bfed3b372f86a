using HomeroomGraph.Data.Access;

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
