using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Training;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Organisation;

/// <summary>
/// A teacher (教师) of a district (rule O5). The person stays the same through moves between schools, which are
/// <see cref="Employments"/>. No identity-card number, no address, no health data.
/// </summary>
public sealed class Teacher
{
    public int DistrictId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The staff number (教职工号), unique in the district.</summary>
    public required string StaffNumber { get; set; }

    public required string Name { get; set; }

    /// <summary>The name's reading: lower case, a space between syllables, "zhang wei". The sort key; a stored one wins.</summary>
    public required string Pinyin { get; set; }

    /// <summary>The name by its strokes; kept by the database.</summary>
    public string StrokeOrder { get; private set; } = "";

    public Gender? Gender { get; set; }
    public TeacherStatus Status { get; set; }
    public DateOnly? StartedWorkOn { get; set; }

    /// <summary>Months of homeroom service recorded from before the appointments kept here.</summary>
    public int EarlierHomeroomMonths { get; set; }

    /// <summary>
    /// The days of active appointments as homeroom teacher or acting one; kept by the database. Service on a day is
    /// <c>homeroom.service_months(earlier_homeroom_months, homeroom_service, day)</c>.
    /// </summary>
    public NpgsqlRange<DateOnly>[] HomeroomService { get; private set; } = [];

    public string? SourceId { get; set; }

    public District District { get; set; } = null!;
    public List<TeacherSubject> Subjects { get; } = [];
    public List<TeacherTitle> Titles { get; } = [];
    public List<Employment> Employments { get; } = [];
    public List<ResearchGroupMember> ResearchGroups { get; } = [];
    public List<OfficeStaff> OfficePosts { get; } = [];
    public List<GradeTeamHead> GradeTeams { get; } = [];
    public List<Appointment> Appointments { get; } = [];
    public List<AwardCommitteeMember> AwardCommittees { get; } = [];
    public List<AwardNomination> AwardNominations { get; } = [];
    public List<Award> Awards { get; } = [];
    public List<RewardPoint> RewardPoints { get; } = [];
    public List<PaperAuthor> Authorships { get; } = [];
    public List<Screening> Screenings { get; } = [];
    public List<ImprovementNotice> ImprovementNotices { get; } = [];
    public List<TrainingAttendance> TrainingAttendances { get; } = [];
    public List<StudyNote> StudyNotes { get; } = [];
    public List<ModuleTest> ModuleTests { get; } = [];
    public List<Certificate> Certificates { get; } = [];
    public List<EducationCredit> EducationCredits { get; } = [];
    public List<MeetingAttendance> MeetingAttendances { get; } = [];
    public List<BackboneDesignation> BackboneDesignations { get; } = [];
    public List<BackboneDuty> BackboneDuties { get; } = [];
    public List<Mentorship> MentorshipsAsMentor { get; } = [];
    public List<Mentorship> MentorshipsAsMentee { get; } = [];
    public List<Evaluation.SemesterAssessment> SemesterAssessments { get; } = [];
    public List<Archive.SemesterReport> SemesterReports { get; } = [];
    public List<ResearchProject> LedProjects { get; } = [];
    public List<ResearchMember> ResearchMemberships { get; } = [];
    public List<ResearchReview> ResearchReviews { get; } = [];
}

/// <summary>A teacher's gender as the roll states it.</summary>
public enum Gender
{
    /// <summary>男.</summary>
    Male,

    /// <summary>女.</summary>
    Female,
}

/// <summary>A teacher's status on the roll (rule O5).</summary>
public enum TeacherStatus
{
    /// <summary>在职.</summary>
    Active,

    /// <summary>休假: on leave, coming back.</summary>
    OnLeave,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>离职: left the district.</summary>
    Left,
}
