namespace HomeroomGraph.Data.Research;

/// <summary>An opinion (评审意见) on a version, and the leader's answer (rule P6). Without a review it is the office's own.</summary>
public sealed class ResearchOpinion
{
    public int DistrictId { get; set; }
    public long ResearchOpinionId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public long ResearchApplicationId { get; set; }
    public long? ResearchReviewId { get; set; }
    public required short Position { get; set; }
    public required string Opinion { get; set; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public ResearchApplication Application { get; set; } = null!;
    public ResearchReview? Review { get; set; }
}
