using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Research;

/// <summary>An inspection (过程检查) of a project: the finding, the deadline to mend it, and whether it was mended (rule P8).</summary>
public sealed class ResearchInspection
{
    public int DistrictId { get; set; }
    public long ResearchInspectionId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required DateOnly InspectedOn { get; set; }

    /// <summary>The inspector, where a teacher.</summary>
    public long? InspectorId { get; set; }

    public required string InspectedBy { get; set; }
    public required string Finding { get; set; }

    /// <summary>Until when it is to be mended; null: nothing to mend.</summary>
    public DateOnly? MendBy { get; set; }

    public DateOnly? MendedOn { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Teacher? Inspector { get; set; }
}
