using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A continuing-education cycle (继续教育周期) of a district (rule T8). The hours it asks for are policy.</summary>
public sealed class EducationCycle
{
    public int DistrictId { get; set; }
    public long EducationCycleId { get; set; }
    public required string Name { get; set; }
    public required DateOnly StartsOn { get; set; }
    public required DateOnly EndsOn { get; set; }

    public District District { get; set; } = null!;
}
