using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Organisation;

/// <summary>A district (区县教育局). Its designation (code, name, city, province) has history (rule O1).</summary>
public sealed class District
{
    /// <summary>An immutable integer of ours: codes change, this does not. First in every key of the district's rows.</summary>
    public int DistrictId { get; set; }

    /// <summary>The GB/T 2260 code of today, six digits; a development zone may have none.</summary>
    public string? Code { get; set; }

    public required string Name { get; set; }
    public required string City { get; set; }
    public required string Province { get; set; }

    /// <summary>The day since which this designation holds. Moving it forward keeps the designation before it as a former one.</summary>
    public required DateOnly Since { get; set; }

    public List<DistrictFormerDesignation> FormerDesignations { get; } = [];
    public List<School> Schools { get; } = [];
    public List<Subject> Subjects { get; } = [];
    public List<Teacher> Teachers { get; } = [];
    public List<SchoolYear> SchoolYears { get; } = [];
    public List<CalendarDay> CalendarDays { get; } = [];
    public List<Papers.Paper> Papers { get; } = [];
    public List<Policies.Policy> Policies { get; } = [];
    public List<EducationCycle> EducationCycles { get; } = [];
    public List<Awards.AwardRound> AwardRounds { get; } = [];
    public List<Awards.RewardRule> RewardRules { get; } = [];
    public List<Research.ResearchProject> ResearchProjects { get; } = [];
}
