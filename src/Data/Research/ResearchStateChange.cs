using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>A step (流程记录) that a project took: who, when, with what document (rule P11). Append-only; adding one moves the project's state.</summary>
public sealed class ResearchStateChange
{
    public int DistrictId { get; set; }
    public long ResearchStateChangeId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }

    /// <summary>Counts the project's steps from 1; given by the database.</summary>
    public int Number { get; private set; }

    public required ProjectState FromState { get; set; }
    public required ProjectState ToState { get; set; }
    public required string ChangedBy { get; set; }
    public required DateTime ChangedAt { get; set; }
    public string? Remark { get; set; }
    public long? DocumentId { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document? Document { get; set; }
}
