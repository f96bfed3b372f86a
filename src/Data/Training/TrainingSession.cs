using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A training session (培训活动) of a school or of the whole district (rule T4).</summary>
public sealed class TrainingSession
{
    public int DistrictId { get; set; }
    public long TrainingSessionId { get; set; }

    /// <summary>The school; null where it is the whole district's.</summary>
    public long? SchoolId { get; set; }

    /// <summary>The programme that it is part of, of the same school or of the district.</summary>
    public long? TrainingProgrammeId { get; set; }

    public long? TrainingModuleId { get; set; }
    public required TrainingSessionKind Kind { get; set; }
    public required string Topic { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required decimal Hours { get; set; }
    public string? Place { get; set; }

    /// <summary>The lecturer's name as written.</summary>
    public string? Lecturer { get; set; }

    /// <summary>Where the lecturer is from.</summary>
    public string? LecturerFrom { get; set; }

    /// <summary>The lecturer, where a teacher of the district.</summary>
    public long? LecturerId { get; set; }

    public HoldingState State { get; set; }

    /// <summary>The external course that this session of a school passes on (层层推进).</summary>
    public long? PassesOnSessionId { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public TrainingProgramme? Programme { get; set; }
    public TrainingModule? Module { get; set; }
    public Teacher? LecturerTeacher { get; set; }
    public TrainingSession? PassesOn { get; set; }
    public List<TrainingSession> PassedOnBy { get; } = [];
    public List<TrainingAttendance> Attendances { get; } = [];
}

/// <summary>The kind of a session (rule T4).</summary>
public enum TrainingSessionKind
{
    /// <summary>岗前培训.</summary>
    PreService,

    /// <summary>专家讲座.</summary>
    ExpertLecture,

    /// <summary>法制讲座.</summary>
    LegalLecture,

    /// <summary>科研讲座.</summary>
    ResearchLecture,

    /// <summary>研讨课.</summary>
    ResearchLesson,

    /// <summary>经验交流.</summary>
    ExperienceExchange,

    /// <summary>主题班会观摩.</summary>
    ObservedClassMeeting,

    /// <summary>外出考察: counts with a written reflection.</summary>
    SiteVisit,

    /// <summary>沙龙.</summary>
    Salon,

    /// <summary>论坛.</summary>
    Forum,

    /// <summary>自学.</summary>
    SelfStudy,

    /// <summary>外出培训: who is sent passes it on.</summary>
    ExternalCourse,
}

/// <summary>Whether a session or meeting took place.</summary>
public enum HoldingState
{
    /// <summary>计划.</summary>
    Planned,

    /// <summary>已举行.</summary>
    Held,

    /// <summary>取消.</summary>
    Cancelled,
}
