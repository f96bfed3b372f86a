using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Figures;

/// <summary>A figure of a grade, or of all, in a semester.</summary>
public abstract class GradeFigure : Figure
{
    public long SemesterId { get; set; }

    /// <summary>0: all grades.</summary>
    public int Grade { get; set; }

    public GradeBand? GradeBand { get; set; }

    public Semester Semester { get; set; } = null!;
}

/// <summary>A figure of a semester as a whole.</summary>
public abstract class SemesterFigure : GradeFigure
{
    /// <summary>The calendar year in which the school year begins: with the number, the same period in all districts.</summary>
    public int StartingYear { get; set; }

    /// <summary>1 or 2.</summary>
    public int SemesterNumber { get; set; }
}

/// <summary>The bands of grades (学段) by which dashboards compare.</summary>
public enum GradeBand
{
    /// <summary>小学低年级: grades 1 and 2.</summary>
    LowerPrimary,

    /// <summary>小学中年级: grades 3 and 4.</summary>
    MiddlePrimary,

    /// <summary>小学高年级: grades 5 and 6.</summary>
    UpperPrimary,

    /// <summary>初中: grades 7 to 9.</summary>
    Junior,

    /// <summary>高中: grades 10 to 12.</summary>
    Senior,
}
