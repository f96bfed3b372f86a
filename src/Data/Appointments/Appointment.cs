using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Appointments;

/// <summary>
/// A teacher's appointment to a class (聘任). A class has at most one homeroom teacher at any date, a teacher heads at most
/// one class (rule A1): the database refuses an overlap of active homeroom and acting appointments.
/// </summary>
public sealed class Appointment
{
    public int DistrictId { get; set; }
    public long AppointmentId { get; set; }

    /// <summary>The school of the class.</summary>
    public long SchoolId { get; set; }

    public long ClassId { get; set; }
    public long TeacherId { get; set; }
    public required AppointmentKind Kind { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public AppointmentState State { get; set; }

    /// <summary>Why it ended (rule A5).</summary>
    public AppointmentEndReason? EndReason { get; set; }

    /// <summary>The screening that it rests on (rule A2).</summary>
    public long? ScreeningId { get; set; }

    /// <summary>The monthly allowance (津贴) in yuan (rule A6).</summary>
    public decimal? MonthlyAllowance { get; set; }

    /// <summary>The share of a standard lesson load that it counts for (rule A6).</summary>
    public decimal? LessonLoadCredit { get; set; }

    /// <summary>Why it is for less than a school year (rule A6).</summary>
    public string? ShortTermReason { get; set; }

    /// <summary>Why the post was taken up without a valid certificate (rule A3).</summary>
    public string? CertificateExceptionReason { get; set; }

    /// <summary>Who approved it, as written.</summary>
    public string? ApprovedBy { get; set; }

    public DateOnly? ApprovedOn { get; set; }
    public string? SourceId { get; set; }

    public School School { get; set; } = null!;
    public SchoolClass Class { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public Screening? Screening { get; set; }
    public List<ImprovementNotice> ImprovementNotices { get; } = [];
}

/// <summary>The post a teacher is appointed to (rule A1).</summary>
public enum AppointmentKind
{
    /// <summary>班主任: heads the class.</summary>
    Homeroom,

    /// <summary>代理班主任: covers for the homeroom teacher, whose own term is interrupted.</summary>
    Acting,

    /// <summary>副班主任: a post of its own beside the homeroom teacher.</summary>
    Deputy,
}

/// <summary>Whether an appointment counts.</summary>
public enum AppointmentState
{
    /// <summary>有效.</summary>
    Active,

    /// <summary>作废: recorded by mistake; kept, and not counted.</summary>
    Void,
}

/// <summary>Why an appointment ended (rule A5).</summary>
public enum AppointmentEndReason
{
    /// <summary>任期届满.</summary>
    TermEnd,

    /// <summary>调动.</summary>
    Transfer,

    /// <summary>提拔: promoted to middle management.</summary>
    Promotion,

    /// <summary>辞任.</summary>
    Resignation,

    /// <summary>解聘.</summary>
    Dismissal,
}
