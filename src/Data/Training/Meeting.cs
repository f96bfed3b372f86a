using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A homeroom meeting (例会) of a school or a class meeting (班会), planned or held (rule T6).</summary>
public sealed class Meeting
{
    public int DistrictId { get; set; }
    public long MeetingId { get; set; }
    public long SchoolId { get; set; }
    public required MeetingKind Kind { get; set; }

    /// <summary>The class of a class meeting.</summary>
    public long? ClassId { get; set; }

    public required string Topic { get; set; }
    public required DateOnly HeldOn { get; set; }

    /// <summary>Who holds it, as written.</summary>
    public string? Host { get; set; }

    public string? Agenda { get; set; }
    public string? Minutes { get; set; }
    public HoldingState State { get; set; }

    /// <summary>The number of pupils at a class meeting; pupils are never kept as persons (rule O6).</summary>
    public int? PupilsPresent { get; set; }

    public School School { get; set; } = null!;
    public SchoolClass? Class { get; set; }
    public List<MeetingAttendance> Attendances { get; } = [];
}

/// <summary>The kind of a meeting (rule T6).</summary>
public enum MeetingKind
{
    /// <summary>班主任例会.</summary>
    HomeroomMeeting,

    /// <summary>班会.</summary>
    ClassMeeting,
}

/// <summary>A teacher at a meeting (rule T6).</summary>
public sealed class MeetingAttendance
{
    public int DistrictId { get; set; }
    public long MeetingAttendanceId { get; set; }

    /// <summary>The school of the meeting.</summary>
    public long SchoolId { get; set; }

    public long MeetingId { get; set; }
    public long TeacherId { get; set; }
    public required AttendanceStatus Status { get; set; }

    public Meeting Meeting { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}
