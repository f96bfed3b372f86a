using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A round (检查轮次) of a day, such as the morning's (rule E2).</summary>
public sealed class CheckRound
{
    public int DistrictId { get; set; }
    public long CheckRoundId { get; set; }

    /// <summary>The scheme's school; set by the database.</summary>
    public long? SchoolId { get; set; }

    public long EvaluationSchemeId { get; set; }
    public required string Name { get; set; }
    public required short Position { get; set; }

    /// <summary>The sum of the items checked in it; kept by the database.</summary>
    public decimal FullMarks { get; private set; }

    public School? School { get; set; }
    public EvaluationScheme Scheme { get; set; } = null!;
    public List<CheckItem> Items { get; } = [];
}
