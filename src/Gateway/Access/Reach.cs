using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Sql;
using static HomeroomGraph.Data.Access.AccessRole;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The claims that row policies compare with, as they follow from a viewer's roles (the domain's table of who may do what).
/// Rights that come from the data itself (leading a group, reviewing a project, heading a class) are not claims: policies find
/// them through <see cref="Self"/>, so they hold for as long as the rows say so.</summary>
internal static class Reach
{
    private static readonly AccessRole[] DistrictReaders = [DistrictAnalyst, DistrictResearchOfficer, DistrictMoralEducationOfficer];

    /// <summary>Schools, teachers, classes, appointments (O, A).</summary>
    public static readonly ReadingArea Organisation = ReadingArea.Named("organisation");

    /// <summary>Screening, training, mentorships, checks, assessments (A2, T, M, E).</summary>
    public static readonly ReadingArea Homeroom = ReadingArea.Named("homeroom");

    /// <summary>Research projects (P), without drafts.</summary>
    public static readonly ReadingArea Research = ReadingArea.Named("research");

    /// <summary>Papers (R).</summary>
    public static readonly ReadingArea Papers = ReadingArea.Named("papers");

    /// <summary>Awards and points (W).</summary>
    public static readonly ReadingArea Awards = ReadingArea.Named("awards");

    /// <summary>Districts in which the viewer has any role but one that reads it whole: the district itself, its calendar and
    /// subjects, and what other claims add.</summary>
    public static readonly Claim PartDistricts = new("partDistricts", SqlTypes.Integer);

    /// <summary>Districts all of whose schools are seen as such, by names and codes: who reads the district, and who manages accounts and
    /// clients in it, which have roles at schools.</summary>
    public static readonly Claim SeenDistricts = new("seenDistricts", SqlTypes.Integer);

    /// <summary>Schools that are seen as such: all in which the viewer has a role.</summary>
    public static readonly Claim SeenSchools = new("seenSchools", SqlTypes.Bigint);

    /// <summary>Schools in which the viewer has a role of its staff, which an inspector's post and a machine client have not.</summary>
    public static readonly Claim StaffSchools = new("staffSchools", SqlTypes.Bigint);

    /// <summary>The districts of <see cref="StaffSchools"/>.</summary>
    public static readonly Claim StaffDistricts = new("staffDistricts", SqlTypes.Integer);

    /// <summary>The schools of a grade head; runs in parallel with <see cref="Grades"/>.</summary>
    public static readonly Claim GradeSchools = new("gradeSchools", SqlTypes.Bigint);

    /// <summary>The grades of a grade head.</summary>
    public static readonly Claim Grades = new("grades", SqlTypes.Smallint);

    /// <summary>The viewer as a teacher.</summary>
    public static readonly Claim Self = new("self", SqlTypes.Bigint);

    /// <summary>The viewer's posts as an inspector.</summary>
    public static readonly Claim InspectorPosts = new("inspectorPosts", SqlTypes.Bigint);

    /// <summary>The schools of those posts.</summary>
    public static readonly Claim InspectorSchools = new("inspectorSchools", SqlTypes.Bigint);

    /// <summary>Districts whose audit log is read.</summary>
    public static readonly Claim AuditedDistricts = new("auditedDistricts", SqlTypes.Integer);

    /// <summary>Districts whose users, clients and imports are managed.</summary>
    public static readonly Claim AdministeredDistricts = new("administeredDistricts", SqlTypes.Integer);

    /// <summary>Schools whose people are managed.</summary>
    public static readonly Claim ManagedSchools = new("managedSchools", SqlTypes.Bigint);

    /// <summary>Schools for whose research office the viewer acts.</summary>
    public static readonly Claim ResearchOffices = new("researchOffices", SqlTypes.Bigint);

    /// <summary>Districts for which the viewer acts as the research officer.</summary>
    public static readonly Claim OfficerDistricts = new("officerDistricts", SqlTypes.Integer);

    /// <summary>Schools for whose moral-education office the viewer acts.</summary>
    public static readonly Claim MoralEducationOffices = new("moralEducationOffices", SqlTypes.Bigint);

    /// <summary>Districts for which the viewer acts as the moral-education officer.</summary>
    public static readonly Claim MoralOfficerDistricts = new("moralOfficerDistricts", SqlTypes.Integer);

    /// <summary>The viewer's own account.</summary>
    public static readonly Claim Account = new("account", SqlTypes.Bigint);

    /// <summary>The same where it is a person's: a scope of a machine client opens records, and not what people judge of each other in them.</summary>
    public static readonly Claim Person = new("person", SqlTypes.Bigint);

    /// <summary>Which roles of a school, and which scope of a machine client, read which area whole.</summary>
    private static readonly (ReadingArea Area, AccessRole[] Roles, string Scope)[] Readers =
    [
        (Organisation, [Principal, LeadingGroup, ResearchOffice, AcademicAffairs, MoralEducationOffice], AccessScope.RosterRead),
        (Homeroom, [Principal, LeadingGroup, MoralEducationOffice], AccessScope.HomeroomRead),
        (Research, [Principal, LeadingGroup, ResearchOffice, AcademicAffairs], AccessScope.ProjectsRead),
        (Papers, [Principal, LeadingGroup, ResearchOffice, MoralEducationOffice], AccessScope.PapersRead),
        (Awards, [Principal, LeadingGroup, ResearchOffice, MoralEducationOffice], AccessScope.AwardsRead),
    ];

    public static readonly IReadOnlyList<Claim> All =
    [
        .. Readers.SelectMany(reader => new[] { reader.Area.Districts, reader.Area.Schools }),
        PartDistricts, SeenDistricts, SeenSchools, StaffSchools, StaffDistricts, GradeSchools, Grades, Self,
        InspectorPosts, InspectorSchools, AuditedDistricts, AdministeredDistricts,
        ManagedSchools, ResearchOffices, OfficerDistricts, MoralEducationOffices, MoralOfficerDistricts, Account, Person,
    ];

    /// <summary>The claims of a viewer's roles.</summary>
    public static Dictionary<Claim, Array> Of(ViewerAccount viewer)
    {
        var grants = viewer.Roles;
        var grade = grants.Where(g => g.Role == GradeHead).ToList();
        var staff = grants.Where(g => g.SchoolId is not null && g.Role is not (Inspector or Integrator)).ToList();
        var claims = new Dictionary<Claim, Array>
        {
            [PartDistricts] = Districts(grants.Where(g => !DistrictReaders.Contains(g.Role))),
            [SeenDistricts] = Districts(grants.Where(g => DistrictReaders.Contains(g.Role) || g.Role == PlatformAdmin || (g.Role == Integrator && g.SchoolId is null))),
            [SeenSchools] = Schools(grants),
            [StaffSchools] = Schools(staff),
            [StaffDistricts] = Districts(staff),
            [GradeSchools] = grade.Select(g => g.SchoolId!.Value).ToArray(),
            [Grades] = grade.Select(g => g.Grade!.Value).ToArray(),
            [Self] = grants.Select(g => g.TeacherId).OfType<long>().Distinct().ToArray(),
            [InspectorPosts] = grants.Select(g => g.InspectorPostId).OfType<long>().Distinct().ToArray(),
            [InspectorSchools] = Schools(grants.Where(g => g.Role == Inspector)),
            [AuditedDistricts] = Districts(grants.Where(g => g.Role == Auditor)),
            [AdministeredDistricts] = Districts(grants.Where(g => g.Role == PlatformAdmin)),
            [ManagedSchools] = Schools(grants.Where(g => g.Role == Principal)),
            [ResearchOffices] = Schools(grants.Where(g => g.Role == ResearchOffice)),
            [OfficerDistricts] = Districts(grants.Where(g => g.Role == DistrictResearchOfficer)),
            [MoralEducationOffices] = Schools(grants.Where(g => g.Role == MoralEducationOffice)),
            [MoralOfficerDistricts] = Districts(grants.Where(g => g.Role == DistrictMoralEducationOfficer)),
            [Account] = new[] { viewer.AccountNumber },
            [Person] = grants.Any(g => g.Role != Integrator) ? [viewer.AccountNumber] : Array.Empty<long>(),
        };
        foreach (var (area, roles, scope) in Readers)
        {
            var readers = grants.Where(g => DistrictReaders.Contains(g.Role) || roles.Contains(g.Role) || g.Scope == scope).ToList();
            claims[area.Districts] = Districts(readers.Where(g => g.SchoolId is null));
            claims[area.Schools] = Schools(readers);
        }

        return claims;
    }

    private static int[] Districts(IEnumerable<ViewerGrant> grants) => [.. grants.Select(g => g.DistrictId).Distinct()];

    private static long[] Schools(IEnumerable<ViewerGrant> grants) => [.. grants.Select(g => g.SchoolId).OfType<long>().Distinct()];
}
