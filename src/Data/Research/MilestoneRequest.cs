using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// The leader's report for a milestone, or request for termination (开题、中期、结题、撤项申请, rule P11), with its document. Accepted, it is the
/// milestone; refused, another can follow.
/// </summary>
public sealed class MilestoneRequest
{
    public int DistrictId { get; set; }
    public long ResearchMilestoneRequestId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required MilestoneKind Kind { get; set; }
    public long DocumentId { get; set; }

    /// <summary>研究成果, for a closing.</summary>
    public string? Results { get; set; }

    /// <summary>The reason, for a termination.</summary>
    public string? Reason { get; set; }

    public required DateOnly RequestedOn { get; set; }
    public required string RequestedBy { get; set; }
    public RequestDecision? Decision { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecidedBy { get; set; }
    public string? Remark { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document Document { get; set; } = null!;
}
