using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>
/// A teacher at a session (考勤). The day and the counted hours follow from the session and are kept by the database; nobody types
/// them in (rule T2).
/// </summary>
public sealed class TrainingAttendance
{
    public int DistrictId { get; set; }
    public long TrainingAttendanceId { get; set; }

    /// <summary>The school for which the teacher attends.</summary>
    public long SchoolId { get; set; }

    public long TrainingSessionId { get; set; }
    public long TeacherId { get; set; }
    public required AttendanceStatus Status { get; set; }

    /// <summary>The written reflection (心得) that a site visit needs to count (rule T4).</summary>
    public string? Reflection { get; set; }

    public DateOnly HeldOn { get; private set; }
    public decimal Hours { get; private set; }

    public School School { get; set; } = null!;
    public TrainingSession Session { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}

/// <summary>Whether somebody attended.</summary>
public enum AttendanceStatus
{
    /// <summary>出席.</summary>
    Present,

    /// <summary>缺席.</summary>
    Absent,

    /// <summary>请假.</summary>
    Leave,
}
