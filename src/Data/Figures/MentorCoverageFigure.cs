namespace HomeroomGraph.Data.Figures;

/// <summary>Who of those who need a mentor has one (D1, rule M1).</summary>
public sealed class MentorCoverageFigure : DayFigure
{
    /// <summary>0: all grades.</summary>
    public int Grade { get; set; }

    public GradeBand? GradeBand { get; set; }

    /// <summary>Homeroom teachers with so little service that they need a mentor.</summary>
    public int NeedCount { get; set; }

    public int CoveredCount { get; set; }
}
