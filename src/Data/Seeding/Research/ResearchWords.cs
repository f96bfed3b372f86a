using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>The texts of applications, reviews and reports.</summary>
internal static class ResearchWords
{
    public static IReadOnlyList<string> Duties { get; } =
    [
        "组织课堂观察与案例收集", "负责问卷设计与数据统计", "承担实验班教学与研究课", "撰写阶段总结与研究论文", "收集整理文献与过程资料", "负责成果推广与网络平台维护",
    ];

    public static IReadOnlyList<string> Goals { get; } =
        ["准备阶段：学习文献，调查现状，制定方案", "实施阶段：开展课例研究，形成操作策略", "深化阶段：检验策略，积累案例，撰写论文", "总结阶段：整理资料，撰写结题报告，推广成果"];

    public static IReadOnlyList<string> Tasks { get; } = ["完成文献综述与前测问卷", "每月一节研究课并整理课例", "完成两篇案例与一篇论文", "汇总资料，完成研究报告初稿"];

    public static IReadOnlyList<string> Comments { get; } =
    [
        "选题来自教学实际，研究思路清晰，步骤可行。", "问题意识较强，建议进一步界定核心概念，缩小研究范围。", "研究基础扎实，成员分工明确，预期成果具体。", "理论依据需充实，研究方法与目标的对应关系要说明。",
        "切口小、针对性强，有推广价值。",
    ];

    public static IReadOnlyList<string> Opinions { get; } =
    [
        "核心概念界定不够清楚，请补充。", "研究目标偏大，建议聚焦到具体年级和课型。", "前测工具和评价指标未说明。", "成员任务有重叠，请重新分工。", "预期成果的呈现形式需具体化。",
    ];

    public static IReadOnlyList<string> Findings { get; } =
    [
        "过程资料较齐全，研究课按计划开展。", "研究记录缺第二阶段的课堂观察表，请补齐。", "阶段总结较笼统，缺少数据支撑。", "课题组活动正常，成员参与度高。", "案例数量不足，需加快积累。",
    ];

    /// <summary>What a portfolio has in each category.</summary>
    public static IReadOnlyList<(PortfolioCategory Category, string Title)> Portfolio { get; } =
    [
        (PortfolioCategory.Plan, "课题实施方案"), (PortfolioCategory.ResearchNotes, "课题研究活动记录"), (PortfolioCategory.SurveyData, "前测问卷与数据分析"),
        (PortfolioCategory.ProcessEvaluation, "课堂观察量表汇总"), (PortfolioCategory.Cases, "教学案例选编"), (PortfolioCategory.StageSummaries, "阶段研究总结"),
        (PortfolioCategory.ExperienceArticles, "成员经验文章"), (PortfolioCategory.References, "参考文献目录"), (PortfolioCategory.PicturesAndRecordings, "研究课照片"),
    ];

    /// <summary>The body that approves a project of a level (rule P7).</summary>
    public static string BodyOf(ProjectLevel level, string school, string district) => level switch
    {
        ProjectLevel.School => $"{school}教科室",
        ProjectLevel.County => $"{district}教育科学研究中心",
        ProjectLevel.CityIndividual or ProjectLevel.CityKey => "市教育科学研究院",
        ProjectLevel.Province => "山东省教育科学规划领导小组办公室",
        _ => "全国教育科学规划领导小组办公室",
    };
}
