using HomeroomGraph.Data.Access;

namespace HomeroomGraph.Data.Demo;

/// <summary>An account of the demo: whom to sign in as, and what to expect.</summary>
public sealed record DemoAccount(string UserName, AccessRole Role, string Chinese, string English)
{
    /// <summary>Whether it stands for somebody whom only the demo's records name: a mentor, a reviewer.</summary>
    public bool NeedsRecords => DemoPersons.NeedRecords(UserName);

    /// <summary>The districts it is granted in, by code.</summary>
    public IReadOnlyList<string> DistrictCodes { get; init; } = [DemoDistricts.Main];
}

/// <summary>The accounts of the demo, one for each role. One password, for the demo only.</summary>
public static class DemoAccounts
{
    public const string Password = "Homeroom-2026!";

    /// <summary>The grade of the account grade-head.</summary>
    public const short GradeOfGradeHead = 3;

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("analyst-370403", AccessRole.DistrictAnalyst, "薛城区数据分析员", "Analyst of the district Xuecheng"),
        new("analyst-371723", AccessRole.DistrictAnalyst, "成武县数据分析员", "Analyst of the district Chengwu")
        {
            DistrictCodes = [DemoDistricts.Chengwu],
        },
        new("analyst-370829", AccessRole.DistrictAnalyst, "嘉祥县数据分析员", "Analyst of the district Jiaxiang")
        {
            DistrictCodes = [DemoDistricts.Jiaxiang],
        },
        new("analyst-shandong", AccessRole.DistrictAnalyst, "三个区县的数据分析员", "Analyst of all three districts")
        {
            DistrictCodes = [DemoDistricts.Main, DemoDistricts.Chengwu, DemoDistricts.Jiaxiang],
        },
        new("research-officer-370403", AccessRole.DistrictResearchOfficer, "薛城区教研员", "Research officer of the district Xuecheng"),
        new("moral-officer-370403", AccessRole.DistrictMoralEducationOfficer, "薛城区德育干部", "Moral-education officer of the district Xuecheng"),
        new("principal", AccessRole.Principal, "薛城实验小学校长", "Principal of the first demo school"),
        new("leading-group", AccessRole.LeadingGroup, "薛城实验小学领导小组", "Leading group of the first demo school"),
        new("research-office", AccessRole.ResearchOffice, "薛城实验小学教科室", "Research office of the first demo school"),
        new("academic-affairs", AccessRole.AcademicAffairs, "薛城实验小学教务处", "Academic affairs of the first demo school"),
        new("moral-office", AccessRole.MoralEducationOffice, "薛城实验小学政教处", "Moral-education office of the first demo school"),
        new("grade-head", AccessRole.GradeHead, "薛城实验小学三年级主任", "Head of grade 3 of the first demo school"),
        new("teacher", AccessRole.Teacher, "薛城实验小学班主任", "A homeroom teacher of the first demo school"),
        new("group-leader", AccessRole.Teacher, "薛城实验小学教研组长", "A teacher who heads a research group of the first demo school"),
        new("project-leader", AccessRole.Teacher, "薛城实验小学课题主持人", "The leader of a running research project of the first demo school"),
        new("reviewer", AccessRole.Teacher, "薛城实验小学课题评审人", "A reviewer of applications of the first demo school"),
        new("mentor", AccessRole.Teacher, "薛城实验小学师傅（青蓝工程）", "A mentor of the first demo school"),
        new("mentee", AccessRole.Teacher, "薛城实验小学徒弟（青蓝工程）", "The mentor's mentee"),
        new("inspector", AccessRole.Inspector, "薛城实验小学学生会检查员岗", "An inspectors' post of the student union of the first demo school"),
        new("auditor", AccessRole.Auditor, "薛城区审计员", "Auditor of the district Xuecheng: reads no school"),
        new("platform-admin", AccessRole.PlatformAdmin, "平台管理员", "Platform administrator: reads no school"),
    ];
}
