namespace HomeroomGraph.Data.Research;

/// <summary>A stage (阶段) of a project with its goal (rules P4, P8).</summary>
public sealed class ResearchStage
{
    public int DistrictId { get; set; }
    public long ResearchStageId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required short Position { get; set; }
    public required string Goal { get; set; }
    public required DateOnly StartsOn { get; set; }
    public required DateOnly DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public List<ResearchTask> Tasks { get; } = [];
}
