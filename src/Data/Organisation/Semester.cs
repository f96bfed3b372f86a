using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Organisation;

/// <summary>One of the two semesters (学期) of a school year, inside it (rule O4).</summary>
public sealed class Semester
{
    public int DistrictId { get; set; }
    public long SemesterId { get; set; }
    public long SchoolYearId { get; set; }

    /// <summary>1 or 2.</summary>
    public required short Number { get; set; }

    public required string Name { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day after it.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>The day that begins week 1 (第一周): the weekday it falls on begins every week.</summary>
    public required DateOnly FirstWeekStartsOn { get; set; }

    public string? SourceId { get; set; }

    public SchoolYear SchoolYear { get; set; } = null!;
    public List<BackboneDuty> BackboneDuties { get; } = [];
}
