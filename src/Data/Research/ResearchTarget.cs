using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Research;

/// <summary>How many projects of a level a school is to have in a year (立项指标, rule P12).</summary>
public sealed class ResearchTarget
{
    public int DistrictId { get; set; }
    public long ResearchTargetId { get; set; }
    public long SchoolId { get; set; }
    public long SchoolYearId { get; set; }
    public required ProjectLevel Level { get; set; }
    public required int Minimum { get; set; }

    /// <summary>Null: no maximum.</summary>
    public int? Maximum { get; set; }

    public School School { get; set; } = null!;
    public SchoolYear SchoolYear { get; set; } = null!;
}
