namespace HomeroomGraph.Data.Research;

/// <summary>A theme (研究主题) that a project is tagged with (rule P1).</summary>
public sealed class ResearchTheme
{
    public int DistrictId { get; set; }
    public long ResearchThemeId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required ProjectTheme Theme { get; set; }

    public ResearchProject Project { get; set; } = null!;
}

/// <summary>Subject teaching, or one of the homeroom themes (rule P1).</summary>
public enum ProjectTheme
{
    /// <summary>学科教学.</summary>
    SubjectTeaching,

    /// <summary>爱的教育.</summary>
    Love,

    /// <summary>成功教育.</summary>
    Success,

    /// <summary>心理健康教育.</summary>
    MentalHealth,

    /// <summary>挫折教育.</summary>
    Frustration,

    /// <summary>特长培养.</summary>
    SpecialTalents,

    /// <summary>德育.</summary>
    MoralEducation,
}
