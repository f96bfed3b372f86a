using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Archive;

/// <summary>Who uploads documents of a school (rule V2): its staff, whoever is a member or a reviewer of one of its research projects, and the research
/// officer of the district for the documents of decisions.</summary>
internal static class UploadRight
{
    private const string AssignedSql = """
        select exists (select from homeroom.research_member m
                       where m.district_id = $1 and m.school_id = $2 and m.teacher_id = any ($3) and m.left_on is null)
            or exists (select from homeroom.research_review r
                       where r.district_id = $1 and r.school_id = $2 and r.reviewer_id = any ($3) and r.state <> 'released')
        """;

    private const string SchoolSql = "select exists (select from homeroom.school s where s.district_id = $1 and s.school_id = $2)";

    /// <exception cref="RefusedException">The caller may not; a school that the caller does not see looks like one that is not there.</exception>
    public static async Task RequireAsync(NpgsqlConnection connection, Caller caller, int districtId, long schoolId, CancellationToken cancellation)
    {
        if (await IsThereAsync(connection, districtId, schoolId, cancellation))
        {
            if (IsOfStaff(caller, districtId, schoolId) || caller.HasInDistrict(districtId, AccessRole.DistrictResearchOfficer)
                || await IsAssignedAsync(connection, caller, districtId, schoolId, cancellation))
                return;
            if (caller.Account.Roles.Any(role => role.DistrictId == districtId && (role.SchoolId is null || role.SchoolId == schoolId)))
                throw new RefusedException(Refusal.NotAllowed("You can't upload documents of this school. 您无权上传该校的文件。"));
        }
        throw new RefusedException(Refusal.NotFound("There is no such school, or you may not see it. 没有该学校，或您无权查看。", "schoolId"));
    }

    private static bool IsOfStaff(Caller caller, int districtId, long schoolId) => caller.Account.Roles.Any(role =>
        role.DistrictId == districtId && role.SchoolId == schoolId && role.Role is not (AccessRole.Inspector or AccessRole.Integrator));

    private static async Task<bool> IsAssignedAsync(NpgsqlConnection connection, Caller caller, int districtId, long schoolId, CancellationToken cancellation)
    {
        long[] teachers = [.. caller.TeachersIn(districtId).Distinct()];
        if (teachers.Length == 0) return false;
        await using var assigned = new NpgsqlCommand(AssignedSql, connection)
        {
            Parameters = { new() { Value = districtId }, new() { Value = schoolId }, new() { Value = teachers } },
        };
        return await assigned.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, int districtId, long schoolId, CancellationToken cancellation)
    {
        await using var school = new NpgsqlCommand(SchoolSql, connection) { Parameters = { new() { Value = districtId }, new() { Value = schoolId } } };
        return await school.ExecuteScalarAsync(cancellation) is true;
    }
}
