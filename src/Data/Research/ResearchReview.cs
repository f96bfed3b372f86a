using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// A reviewer's (评审人) assignment to one version of an application, and the review (rule P5). No reviewer is a member of the project,
/// which the database keeps from both sides.
/// </summary>
public sealed class ResearchReview
{
    public int DistrictId { get; set; }
    public long ResearchReviewId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public long ResearchApplicationId { get; set; }
    public long ReviewerId { get; set; }

    /// <summary>The reviewer's name as it was.</summary>
    public required string Name { get; set; }

    public ReviewState State { get; set; }

    /// <summary>科学性, 0 to 100.</summary>
    public short? Scientific { get; set; }

    /// <summary>先进性, 0 to 100.</summary>
    public short? Advancement { get; set; }

    /// <summary>可行性, 0 to 100.</summary>
    public short? Feasibility { get; set; }

    public string? Comment { get; set; }
    public required DateTime AssignedAt { get; set; }
    public DateTime? SubmittedAt { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public ResearchApplication Application { get; set; } = null!;
    public Teacher Reviewer { get; set; } = null!;
    public List<ResearchOpinion> Opinions { get; } = [];
}

/// <summary>How far a review is (rule P5).</summary>
public enum ReviewState
{
    /// <summary>待评审.</summary>
    Assigned,

    /// <summary>已评审: stays as it is.</summary>
    Submitted,

    /// <summary>已解除: released before giving a review.</summary>
    Released,
}
