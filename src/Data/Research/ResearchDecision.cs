using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>The decision (批复) of the body that approves a project (rule P7). Recording it is the step that it decides.</summary>
public sealed class ResearchDecision
{
    public int DistrictId { get; set; }
    public long ResearchDecisionId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required ApprovalDecision Decision { get; set; }
    public required string Body { get; set; }

    /// <summary>The number of the approval (立项编号).</summary>
    public string? Number { get; set; }

    public required DateOnly DecidedOn { get; set; }

    /// <summary>Until when it is to be finished, where the decision says other than the application.</summary>
    public DateOnly? DueOn { get; set; }

    public string? Reason { get; set; }
    public required string RecordedBy { get; set; }
    public required DateTime RecordedAt { get; set; }
    public long? DocumentId { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document? Document { get; set; }
}

/// <summary>A superior body's decision (rule P7).</summary>
public enum ApprovalDecision
{
    /// <summary>准予立项.</summary>
    Approved,

    /// <summary>不予立项.</summary>
    Refused,
}
