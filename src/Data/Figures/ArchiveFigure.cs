namespace HomeroomGraph.Data.Figures;

/// <summary>How complete the archives of homeroom teachers are in a semester (D12, rule V1).</summary>
public sealed class ArchiveFigure : SemesterFigure
{
    /// <summary>The homeroom teachers of the semester.</summary>
    public int TeacherCount { get; set; }

    /// <summary>Those who have every part.</summary>
    public int CompleteCount { get; set; }

    /// <summary>The parts looked for: seven for each of them.</summary>
    public int ExpectedCount { get; set; }

    /// <summary>The parts that are there.</summary>
    public int PresentCount { get; set; }

    public int PlanCount { get; set; }
    public int SummaryCount { get; set; }
    public int StudyCount { get; set; }
    public int PaperCount { get; set; }
    public int TrainingCount { get; set; }
    public int AssessmentCount { get; set; }
    public int ResultCount { get; set; }
}
