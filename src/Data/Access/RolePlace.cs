using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using static HomeroomGraph.Data.Access.AccessRole;

namespace HomeroomGraph.Data.Access;

/// <summary>A role with the place where it is to hold.</summary>
public sealed record RolePlace(
    AccessRole Role, int DistrictId, long? SchoolId = null, short? Grade = null, long? TeacherId = null, long? InspectorPostId = null)
{
    private static readonly AccessRole[] OfDistrict =
        [DistrictAnalyst, DistrictResearchOfficer, DistrictMoralEducationOfficer, Auditor, PlatformAdmin];

    internal AccessGrant ToGrant() => new()
    {
        Role = Role, DistrictId = DistrictId, SchoolId = SchoolId, Grade = Grade, TeacherId = TeacherId, InspectorPostId = InspectorPostId,
    };

    /// <summary>Whether what is given belongs to the role; the database keeps the same, this says it in words.</summary>
    /// <exception cref="RefusedException">It does not.</exception>
    internal void RequireShape()
    {
        if (Role == Integrator)
            throw Wrong("role", "Scopes are given to machine clients, by createClient. 集成范围通过 createClient 授予。");
        Require(OfDistrict.Contains(Role) == (SchoolId is null), "schoolId", OfDistrict.Contains(Role)
            ? "The role is one of the district: leave the school out. 该角色属于区县，不需要学校。"
            : "The role is one of a school: name the school. 该角色属于学校，请指定学校。");
        Require((Role == GradeHead) == (Grade is not null), "grade", "A grade head, and nobody else, has a grade. 只有年级主任需要年级。");
        Require((Role == AccessRole.Teacher) == (TeacherId is not null), "teacherId", "A teacher's role, and no other, names the teacher. 只有教师角色需要指定教师。");
        Require((Role == Inspector) == (InspectorPostId is not null), "inspectorPostId", "An inspector's role, and no other, names the post. 只有检查员角色需要指定岗位。");
        Require(Grade is null or (>= 1 and <= 12), "grade", "A grade is a number from 1 to 12. 年级为 1 至 12。");
    }

    /// <summary>Whether the school, the person and the post are there and belong together on that day.</summary>
    /// <exception cref="RefusedException">They don't.</exception>
    internal async Task RequireThereAsync(HomeroomDatabase database, DateOnly today, CancellationToken cancellation)
    {
        await using var read = await database.BeginWriteAsync(new Actor("accounts"), cancellation);
        var context = read.Context;
        Require(await context.Districts.AnyAsync(d => d.DistrictId == DistrictId, cancellation), "districtId", "There is no such district. 没有这个区县。");
        Require(SchoolId is null || await context.Schools.AnyAsync(s => s.DistrictId == DistrictId && s.SchoolId == SchoolId, cancellation),
            "schoolId", "There is no such school. 没有这所学校。");
        Require(TeacherId is null || await context.Employments.AnyAsync(
                e => e.DistrictId == DistrictId && e.TeacherId == TeacherId && e.SchoolId == SchoolId
                    && e.StartsOn <= today && (e.EndsOn == null || today < e.EndsOn), cancellation),
            "teacherId", "The teacher does not work at the school today. 该教师目前不在该校任职。");
        Require(InspectorPostId is null || await context.InspectorPosts.AnyAsync(
                p => p.DistrictId == DistrictId && p.InspectorPostId == InspectorPostId && p.SchoolId == SchoolId, cancellation),
            "inspectorPostId", "The school has no such post. 该校没有这个岗位。");
    }

    private static void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
            throw Wrong(field, otherwise);
    }

    private static RefusedException Wrong(string field, string message) => new(Refusal.InvalidInput(message, field));
}
