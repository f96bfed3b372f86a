namespace HomeroomGraph.Data.Organisation;

/// <summary>A subject (学科) taught in a district (rule O5); a district's vocabulary, hence data.</summary>
public sealed class Subject
{
    public int DistrictId { get; set; }
    public long SubjectId { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public string? SourceId { get; set; }

    public District District { get; set; } = null!;
    public List<TeacherSubject> Teachers { get; } = [];
    public List<ResearchGroup> ResearchGroups { get; } = [];
    public List<Research.ResearchProject> ResearchProjects { get; } = [];
}
