using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The claims that row policies compare with, as they follow from a viewer's roles (the domain's table of who may do what).</summary>
internal static class Reach
{
    private static readonly AccessRole[] DistrictReaders =
        [AccessRole.DistrictAnalyst, AccessRole.DistrictResearchOfficer, AccessRole.DistrictMoralEducationOfficer];

    private static readonly AccessRole[] SchoolReaders =
    [
        AccessRole.Principal, AccessRole.LeadingGroup, AccessRole.ResearchOffice, AccessRole.AcademicAffairs, AccessRole.MoralEducationOffice,
    ];

    /// <summary>Districts whose records are read whole.</summary>
    public static readonly Claim Districts = new("districts", SqlTypes.Integer);

    /// <summary>Districts of which the viewer sees a part: the district itself, its calendar and subjects, and what other claims add.</summary>
    public static readonly Claim PartDistricts = new("partDistricts", SqlTypes.Integer);

    /// <summary>Schools whose records are read whole.</summary>
    public static readonly Claim Schools = new("schools", SqlTypes.Bigint);

    /// <summary>Schools that are seen as such: those read whole, those of a grade head and of a teacher.</summary>
    public static readonly Claim SeenSchools = new("seenSchools", SqlTypes.Bigint);

    /// <summary>The schools of a grade head; runs in parallel with <see cref="Grades"/>.</summary>
    public static readonly Claim GradeSchools = new("gradeSchools", SqlTypes.Bigint);

    /// <summary>The grades of a grade head.</summary>
    public static readonly Claim Grades = new("grades", SqlTypes.Smallint);

    /// <summary>The viewer as a teacher.</summary>
    public static readonly Claim Self = new("self", SqlTypes.Bigint);

    public static readonly IReadOnlyList<Claim> All = [Districts, PartDistricts, Schools, SeenSchools, GradeSchools, Grades, Self];

    /// <summary>The claims of a viewer's roles.</summary>
    public static Dictionary<Claim, Array> Of(ViewerAccount viewer)
    {
        var district = viewer.Roles.Where(r => DistrictReaders.Contains(r.Role)).ToList();
        var school = viewer.Roles.Where(r => SchoolReaders.Contains(r.Role)).ToList();
        var grade = viewer.Roles.Where(r => r.Role == AccessRole.GradeHead).ToList();
        var teacher = viewer.Roles.Where(r => r.Role == AccessRole.Teacher).ToList();
        return new Dictionary<Claim, Array>
        {
            [Districts] = district.Select(r => r.DistrictId).Distinct().ToArray(),
            [PartDistricts] = viewer.Roles.Except(district).Select(r => r.DistrictId).Distinct().ToArray(),
            [Schools] = school.Select(r => r.SchoolId!.Value).Distinct().ToArray(),
            [SeenSchools] = school.Concat(grade).Concat(teacher).Select(r => r.SchoolId!.Value).Distinct().ToArray(),
            [GradeSchools] = grade.Select(r => r.SchoolId!.Value).ToArray(),
            [Grades] = grade.Select(r => r.Grade!.Value).ToArray(),
            [Self] = teacher.Select(r => r.TeacherId!.Value).Distinct().ToArray(),
        };
    }
}
