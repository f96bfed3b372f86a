using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Organisation;

/// <summary>A school year (学年) of a district, such as 2026—2027学年 (rule O4).</summary>
public sealed class SchoolYear
{
    public int DistrictId { get; set; }
    public long SchoolYearId { get; set; }
    public required string Name { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day of the time after it.</summary>
    public required DateOnly EndsOn { get; set; }

    public string? SourceId { get; set; }

    public District District { get; set; } = null!;
    public List<Semester> Semesters { get; } = [];
    public List<SchoolClass> Classes { get; } = [];
    public List<TrainingProgramme> TrainingProgrammes { get; } = [];
    public List<GradeTeam> GradeTeams { get; } = [];
    public List<Research.ResearchTarget> ResearchTargets { get; } = [];
}
