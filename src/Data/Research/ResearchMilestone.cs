using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// Opening report, mid-term check, closing or termination of a project (rule P11): who, when, which document. The database takes them in
/// their order, each once; recording one is the step that follows from it.
/// </summary>
public sealed class ResearchMilestone
{
    public int DistrictId { get; set; }
    public long ResearchMilestoneId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required MilestoneKind Kind { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required string HeldBy { get; set; }
    public required DateTime RecordedAt { get; set; }
    public long DocumentId { get; set; }

    /// <summary>评审意见: what the panel found.</summary>
    public string? Conclusion { get; set; }

    /// <summary>研究成果.</summary>
    public string? Results { get; set; }

    public ClosingGrade? Grade { get; set; }

    /// <summary>Why it was terminated.</summary>
    public string? Reason { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document Document { get; set; } = null!;
}

/// <summary>The milestones of a project (rule P11).</summary>
public enum MilestoneKind
{
    /// <summary>开题.</summary>
    Opening,

    /// <summary>中期检查.</summary>
    Midterm,

    /// <summary>结题.</summary>
    Closing,

    /// <summary>撤项.</summary>
    Termination,
}

/// <summary>The grade (等第) of a closed project (rule P11).</summary>
public enum ClosingGrade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>良好.</summary>
    Good,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>不合格.</summary>
    Unqualified,
}
