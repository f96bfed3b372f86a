namespace HomeroomGraph.Data.Figures;

/// <summary>Papers for each homeroom teacher in a semester (D7, rule R2).</summary>
public sealed class PaperFigure : SemesterFigure
{
    /// <summary>The homeroom teachers of the semester.</summary>
    public int TeacherCount { get; set; }

    /// <summary>The papers that name them, summed over them.</summary>
    public int PaperCount { get; set; }

    /// <summary>Those who wrote as many as the policy asks for.</summary>
    public int MetCount { get; set; }

    /// <summary>The papers that the policy asks of them.</summary>
    public int OwedCount { get; set; }
}
