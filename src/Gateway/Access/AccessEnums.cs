using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The closed states and kinds of accounts.</summary>
internal static class AccessEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<AccessRole>("Role", "What an account may do, and how far it sees.")
            .Value(AccessRole.DistrictAnalyst, "District analyst: reads figures and records of the district's schools.")
            .Value(AccessRole.DistrictResearchOfficer, "District research officer (教研员): also decides on applications recommended to the district.")
            .Value(AccessRole.DistrictMoralEducationOfficer, "District moral-education officer: issues district certificates, runs district selections.")
            .Value(AccessRole.Principal, "Principal (校长): reads the school, approves appointments, dismissals and grants; manages the school's accounts.")
            .Value(AccessRole.LeadingGroup, "Leading group (领导小组): reads the school.")
            .Value(AccessRole.ResearchOffice, "Research office (教科室): runs research and papers of the school.")
            .Value(AccessRole.AcademicAffairs, "Academic affairs (教务处): reads research, curates subjects and groups.")
            .Value(AccessRole.MoralEducationOffice, "Moral-education office (政教处): runs homeroom work of the school.")
            .Value(AccessRole.GradeHead, "Grade head (年级主任): reads and enters checks for the grade.")
            .Value(AccessRole.Teacher, "Teacher (教师): the own archive.")
            .Value(AccessRole.Auditor, "Auditor (审计员): reads the audit log of the district.")
            .Value(AccessRole.PlatformAdmin, "Platform admin (平台管理员): districts, users, clients.")
            .Value(AccessRole.Integrator, "Integrator (集成客户端): a machine client with scopes.")
            .Value(AccessRole.Inspector, "Inspector's post (检查员岗位): enters daily checks for the classes assigned."),
        new EnumDeclaration<AccountState>("AccountState", "Whether an account can be used.")
            .Value(AccountState.Active, "In use (在用): it has an own password.")
            .Value(AccountState.FirstPassword, "It has a first password that was not changed yet (待改密).")
            .Value(AccountState.Disabled, "Shut out (停用)."),
    ];
}
