using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>A piece of a project's portfolio (档案袋, rule P9): a document, or a text.</summary>
public sealed class PortfolioItem
{
    public int DistrictId { get; set; }
    public long ResearchPortfolioItemId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required PortfolioCategory Category { get; set; }
    public required string Title { get; set; }
    public string? Body { get; set; }
    public long? DocumentId { get; set; }
    public required DateOnly AddedOn { get; set; }
    public required string AddedBy { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document? Document { get; set; }
}

/// <summary>What a portfolio holds (rule P9).</summary>
public enum PortfolioCategory
{
    /// <summary>研究方案、计划.</summary>
    Plan,

    /// <summary>研究笔记.</summary>
    ResearchNotes,

    /// <summary>调查、测试数据.</summary>
    SurveyData,

    /// <summary>过程评价.</summary>
    ProcessEvaluation,

    /// <summary>案例.</summary>
    Cases,

    /// <summary>图片、音像.</summary>
    PicturesAndRecordings,

    /// <summary>阶段总结.</summary>
    StageSummaries,

    /// <summary>经验文章.</summary>
    ExperienceArticles,

    /// <summary>参考资料.</summary>
    References,
}
