namespace HomeroomGraph.Data.Figures;

/// <summary>The daily checks of a week (D9, rules E2, E3).</summary>
public sealed class CheckFigure : GradeFigure
{
    /// <summary>The number of the week in the semester (rule O4).</summary>
    public int Week { get; set; }

    public DateOnly WeekStartsOn { get; set; }

    /// <summary>The day after the last.</summary>
    public DateOnly WeekEndsOn { get; set; }

    public int SheetCount { get; set; }
    public decimal Total { get; set; }
    public decimal FullMarks { get; set; }
}

/// <summary>What the daily checks of a week found in one aspect (D9, rule E2).</summary>
public sealed class HabitFigure : GradeFigure
{
    /// <summary>The number of the week in the semester (rule O4).</summary>
    public int Week { get; set; }

    public DateOnly WeekStartsOn { get; set; }

    /// <summary>The day after the last.</summary>
    public DateOnly WeekEndsOn { get; set; }

    public CheckAspect Aspect { get; set; }
    public int SheetCount { get; set; }
    public decimal FullMarks { get; set; }
    public decimal Lost { get; set; }

    /// <summary>The full marks less what was lost.</summary>
    public decimal Kept { get; set; }
}

/// <summary>What a check item is about: its kind, or its group of habits (rule E2).</summary>
public enum CheckAspect
{
    /// <summary>出勤.</summary>
    Attendance,

    /// <summary>卫生.</summary>
    Hygiene,

    /// <summary>纪律.</summary>
    Discipline,

    /// <summary>活动.</summary>
    Activities,

    /// <summary>礼仪习惯.</summary>
    Etiquette,

    /// <summary>学习习惯.</summary>
    Study,

    /// <summary>生活习惯.</summary>
    DailyLife,

    /// <summary>节俭习惯.</summary>
    Thrift,
}
