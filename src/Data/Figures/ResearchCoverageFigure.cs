namespace HomeroomGraph.Data.Figures;

/// <summary>Which teachers and subjects take part in research (D5, rule P13).</summary>
public sealed class ResearchCoverageFigure : DayFigure
{
    public int TeacherCount { get; set; }
    public int ParticipantCount { get; set; }

    /// <summary>The subjects that schools have a research group for.</summary>
    public int SubjectCount { get; set; }

    public int CoveredSubjectCount { get; set; }
}
