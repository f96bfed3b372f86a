using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>Something an assessment came from: the source, its value and the points it gave (rule E4).</summary>
public sealed class AssessmentInput
{
    public int DistrictId { get; set; }
    public long AssessmentInputId { get; set; }
    public long SchoolId { get; set; }
    public long SemesterAssessmentId { get; set; }

    /// <summary>The scheme's indicator that it feeds, where there is one.</summary>
    public long? EvaluationIndicatorId { get; set; }

    public required AssessmentPart Part { get; set; }
    public required InputSource Source { get; set; }

    /// <summary>Which one: the month, the course, the title.</summary>
    public required string Label { get; set; }

    public required decimal Value { get; set; }
    public required decimal Points { get; set; }

    public School School { get; set; } = null!;
    public SemesterAssessment Assessment { get; set; } = null!;
    public EvaluationIndicator? Indicator { get; set; }
}

/// <summary>Where an input of an assessment comes from (rule E4).</summary>
public enum InputSource
{
    /// <summary>月总结 (rule E3).</summary>
    MonthlySummary,

    /// <summary>培训成绩 (rule T3).</summary>
    TrainingScore,

    /// <summary>班级成绩.</summary>
    ClassResult,

    /// <summary>学生问卷 (rule E5).</summary>
    Survey,

    /// <summary>家长意见 (rule E6).</summary>
    ParentsOpinion,

    /// <summary>奖励 (rule W4).</summary>
    Reward,

    /// <summary>其他.</summary>
    Other,
}
