namespace HomeroomGraph.Data.Research;

/// <summary>A task (任务) in a stage, with its owner among the members (rule P8).</summary>
public sealed class ResearchTask
{
    public int DistrictId { get; set; }
    public long ResearchTaskId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public long ResearchStageId { get; set; }
    public long ResearchMemberId { get; set; }
    public required string Description { get; set; }
    public required DateOnly DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public ResearchStage Stage { get; set; } = null!;
    public ResearchMember Owner { get; set; } = null!;
}
