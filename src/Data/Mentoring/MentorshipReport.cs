namespace HomeroomGraph.Data.Mentoring;

/// <summary>The mentee's report (月汇报) on a month, which the mentor acknowledges (rule M3).</summary>
public sealed class MentorshipReport
{
    public int DistrictId { get; set; }
    public long MentorshipReportId { get; set; }

    /// <summary>The pair's school.</summary>
    public long SchoolId { get; set; }

    public long MentorshipId { get; set; }

    /// <summary>The month, by its first day.</summary>
    public required DateOnly Month { get; set; }

    public required string Content { get; set; }
    public required DateOnly SubmittedOn { get; set; }

    /// <summary>The day on which the mentor acknowledged it; null while open.</summary>
    public DateOnly? AcknowledgedOn { get; set; }

    /// <summary>What the mentor answered.</summary>
    public string? Acknowledgement { get; set; }

    public Mentorship Mentorship { get; set; } = null!;
}
