using HomeroomGraph.Data.Access;

namespace HomeroomGraph.Gateway.Access;

/// <summary>What each role is, for the schema.</summary>
internal static class RoleDescriptions
{
    public static readonly IReadOnlyList<(AccessRole Role, string Description)> All =
    [
        (AccessRole.DistrictAnalyst, "District analyst: reads figures and records of the district's schools."),
        (AccessRole.DistrictResearchOfficer, "District research officer (教研员): also decides on applications recommended to the district."),
        (AccessRole.DistrictMoralEducationOfficer, "District moral-education officer: issues district certificates, runs district selections."),
        (AccessRole.Principal, "Principal (校长): reads the school, approves appointments, dismissals and grants."),
        (AccessRole.LeadingGroup, "Leading group (领导小组): reads the school."),
        (AccessRole.ResearchOffice, "Research office (教科室): runs research and papers of the school."),
        (AccessRole.AcademicAffairs, "Academic affairs (教务处): reads research, curates subjects and groups."),
        (AccessRole.MoralEducationOffice, "Moral-education office (政教处): runs homeroom work of the school."),
        (AccessRole.GradeHead, "Grade head (年级主任): reads and enters checks for the grade."),
        (AccessRole.Teacher, "Teacher (教师): the own archive."),
        (AccessRole.Auditor, "Auditor (审计员): reads the audit log of the district."),
        (AccessRole.PlatformAdmin, "Platform admin (平台管理员): districts, users, clients."),
        (AccessRole.Integrator, "Integrator (集成客户端): a machine client with scopes."),
        (AccessRole.Inspector, "Inspector's post (检查员岗位): enters daily checks for the classes assigned."),
    ];
}
