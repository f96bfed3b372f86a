using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A training programme (培训方案) of a school or of the whole district for a group of staff in a school year (rule T1).</summary>
public sealed class TrainingProgramme
{
    public int DistrictId { get; set; }
    public long TrainingProgrammeId { get; set; }

    /// <summary>The school; null where it is the whole district's.</summary>
    public long? SchoolId { get; set; }

    public long SchoolYearId { get; set; }
    public required string Name { get; set; }
    public required TrainingTargetGroup TargetGroup { get; set; }

    /// <summary>More about the group; another group is described here.</summary>
    public string? TargetNote { get; set; }

    public required string OrganisingOffice { get; set; }
    public required decimal HoursRequired { get; set; }

    /// <summary>The readers (学习资料) issued, as noted.</summary>
    public string? ReadersIssued { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public SchoolYear SchoolYear { get; set; } = null!;
    public List<TrainingModule> Modules { get; } = [];
    public List<TrainingSession> Sessions { get; } = [];
    public List<StudyNote> StudyNotes { get; } = [];
    public List<ModuleTest> Tests { get; } = [];
    public List<Certificate> Certificates { get; } = [];
}

/// <summary>For whom a programme is (rule T1).</summary>
public enum TrainingTargetGroup
{
    /// <summary>班主任.</summary>
    HomeroomTeachers,

    /// <summary>新任班主任.</summary>
    NewHomeroomTeachers,

    /// <summary>德育干部.</summary>
    MoralEducationCadres,

    /// <summary>全体教师.</summary>
    AllTeachers,

    /// <summary>其他: a group that is described.</summary>
    Other,
}
