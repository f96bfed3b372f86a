using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Figures;

/// <summary>Projects of a level in a school year, by their state of today, against the target (D4, rule P12).</summary>
public sealed class ProjectFigure : Figure
{
    public long SchoolYearId { get; set; }

    /// <summary>The calendar year in which the school year begins: the same period in all districts.</summary>
    public int StartingYear { get; set; }

    /// <summary>Null: all levels.</summary>
    public ProjectLevel? Level { get; set; }

    /// <summary>Alive in the year, drafts left out.</summary>
    public int ProjectCount { get; set; }

    /// <summary>Approved before the year's end, and not ended before its start (rule P12).</summary>
    public int RunningInYearCount { get; set; }

    public int SubmittedCount { get; set; }
    public int InReviewCount { get; set; }
    public int RevisionRequestedCount { get; set; }
    public int RecommendedCount { get; set; }
    public int ApprovedCount { get; set; }
    public int RunningCount { get; set; }
    public int ClosedCount { get; set; }
    public int RefusedCount { get; set; }
    public int RejectedCount { get; set; }
    public int WithdrawnCount { get; set; }
    public int TerminatedCount { get; set; }

    /// <summary>The schools that have a target.</summary>
    public int TargetCount { get; set; }

    public int? TargetMinimum { get; set; }

    /// <summary>Null where a school has no maximum.</summary>
    public int? TargetMaximum { get; set; }

    public SchoolYear SchoolYear { get; set; } = null!;
}
