namespace HomeroomGraph.Data.Figures;

/// <summary>A figure of a day, which is a parameter of the database's function.</summary>
public abstract class DayFigure : Figure
{
    public DateOnly Day { get; set; }
}
