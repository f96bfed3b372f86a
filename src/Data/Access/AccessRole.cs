namespace HomeroomGraph.Data.Access;

/// <summary>What an account may be granted ("who may do what" of the domain). How far each reads is in the database's reach.</summary>
public enum AccessRole
{
    /// <summary>区县数据分析员: reads the district.</summary>
    DistrictAnalyst,

    /// <summary>区县教研员: reads the district; decides on applications recommended to it.</summary>
    DistrictResearchOfficer,

    /// <summary>区县德育干部: reads the district; issues its certificates.</summary>
    DistrictMoralEducationOfficer,

    /// <summary>校长: reads the school, approves.</summary>
    Principal,

    /// <summary>领导小组: oversees the school.</summary>
    LeadingGroup,

    /// <summary>教科室: manages research of the school.</summary>
    ResearchOffice,

    /// <summary>教务处: cooperates in research, curates subjects.</summary>
    AcademicAffairs,

    /// <summary>政教处: runs homeroom work of the school.</summary>
    MoralEducationOffice,

    /// <summary>年级主任: sees and steers one grade.</summary>
    GradeHead,

    /// <summary>教师: the own archive.</summary>
    Teacher,

    /// <summary>审计员: reads the audit log of the district.</summary>
    Auditor,

    /// <summary>平台管理员: districts, users, clients.</summary>
    PlatformAdmin,

    /// <summary>集成客户端: a machine, within its scopes.</summary>
    Integrator,

    /// <summary>检查员岗位 (学生会): enters daily checks.</summary>
    Inspector,
}
