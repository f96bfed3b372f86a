using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Appointments;

/// <summary>
/// An improvement notice (帮扶): what a homeroom teacher has to do better, by what help, until when, and what came of it. A
/// dismissal needs an earlier one with its outcome (rule A5).
/// </summary>
public sealed class ImprovementNotice
{
    public int DistrictId { get; set; }
    public long ImprovementNoticeId { get; set; }
    public long SchoolId { get; set; }
    public long AppointmentId { get; set; }

    /// <summary>The appointment's teacher.</summary>
    public long TeacherId { get; set; }

    public required string Reason { get; set; }
    public required string Measures { get; set; }

    /// <summary>Who issued it, as written.</summary>
    public required string IssuedBy { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The deadline.</summary>
    public required DateOnly DueOn { get; set; }

    public ImprovementOutcome? Outcome { get; set; }
    public DateOnly? OutcomeOn { get; set; }
    public string? OutcomeRemark { get; set; }

    public School School { get; set; } = null!;
    public Appointment Appointment { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}

/// <summary>What came of an improvement notice (rule A5).</summary>
public enum ImprovementOutcome
{
    /// <summary>明显改进.</summary>
    Improved,

    /// <summary>部分改进.</summary>
    PartlyImproved,

    /// <summary>未改进.</summary>
    NotImproved,
}
