using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Figures;

/// <summary>Which of the approved and running projects are overdue (D6, rule P10).</summary>
public sealed class OverdueFigure : DayFigure
{
    /// <summary>Null: all levels.</summary>
    public ProjectLevel? Level { get; set; }

    public int OverdueCount { get; set; }
    public int ProjectCount { get; set; }
}
