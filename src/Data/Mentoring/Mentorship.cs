using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Mentoring;

/// <summary>A pair of mentor and mentee (师徒结对, 青蓝工程), of the mentee's school; the mentor may be of another (rules M1 to M4).</summary>
public sealed class Mentorship
{
    public int DistrictId { get; set; }
    public long MentorshipId { get; set; }

    /// <summary>The mentee's school.</summary>
    public long SchoolId { get; set; }

    public long MentorId { get; set; }

    /// <summary>The mentor's name as written.</summary>
    public required string MentorName { get; set; }

    public long MenteeId { get; set; }

    /// <summary>The mentee's name as written.</summary>
    public required string MenteeName { get; set; }

    public required string Goals { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The day by which it is planned to end; an extension moves it.</summary>
    public required DateOnly PlannedEnd { get; set; }

    /// <summary>The first day on which it no longer runs; null while it does.</summary>
    public DateOnly? EndedOn { get; set; }

    public MentorshipState State { get; set; }

    /// <summary>Why it was extended or broken off (rule M4).</summary>
    public string? StateReason { get; set; }

    public School School { get; set; } = null!;
    public Teacher Mentor { get; set; } = null!;
    public Teacher Mentee { get; set; } = null!;
    public List<MentorshipActivity> Activities { get; } = [];
    public List<MentorshipReport> Reports { get; } = [];
    public List<MentorshipEvaluation> Evaluations { get; } = [];
}

/// <summary>How far a pair is (rule M4).</summary>
public enum MentorshipState
{
    /// <summary>结对中.</summary>
    Active,

    /// <summary>延期: runs on, to a later planned end.</summary>
    Extended,

    /// <summary>出师.</summary>
    Completed,

    /// <summary>中止.</summary>
    BrokenOff,
}
