using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A weighted indicator (考核指标) of a scheme with its scale (rules E1, E4). The weights of a scheme in use add up to 100.</summary>
public sealed class EvaluationIndicator
{
    public int DistrictId { get; set; }
    public long EvaluationIndicatorId { get; set; }

    /// <summary>The scheme's school; set by the database.</summary>
    public long? SchoolId { get; set; }

    public long EvaluationSchemeId { get; set; }
    public required AssessmentPart Part { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required short Position { get; set; }
    public required decimal Weight { get; set; }
    public decimal ScaleFrom { get; set; }
    public decimal ScaleTo { get; set; } = 100;

    public School? School { get; set; }
    public EvaluationScheme Scheme { get; set; } = null!;
}

/// <summary>The parts of the semester assessment (rule E4).</summary>
public enum AssessmentPart
{
    /// <summary>过程考核: monthly summaries, training scores.</summary>
    Process,

    /// <summary>效果考核: class results, surveys, parents' opinions.</summary>
    Effect,

    /// <summary>绩效奖励.</summary>
    Performance,
}
