using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>What is checked (检查项目), with its full marks (rule E2).</summary>
public sealed class CheckItem
{
    public int DistrictId { get; set; }
    public long CheckItemId { get; set; }

    /// <summary>The scheme's school; set by the database.</summary>
    public long? SchoolId { get; set; }

    public long EvaluationSchemeId { get; set; }

    /// <summary>The only round in which it is checked; null where it is checked in every one.</summary>
    public long? CheckRoundId { get; set; }

    public required CheckKind Kind { get; set; }

    /// <summary>The group of a habit item.</summary>
    public HabitGroup? HabitGroup { get; set; }

    public required string Code { get; set; }
    public required string Name { get; set; }
    public required short Position { get; set; }
    public required decimal FullMarks { get; set; }

    public School? School { get; set; }
    public EvaluationScheme Scheme { get; set; } = null!;
    public CheckRound? Round { get; set; }
    public List<CheckLine> Lines { get; } = [];
}

/// <summary>What kind of thing a check item looks at (rule E2).</summary>
public enum CheckKind
{
    /// <summary>出勤.</summary>
    Attendance,

    /// <summary>卫生.</summary>
    Hygiene,

    /// <summary>纪律.</summary>
    Discipline,

    /// <summary>活动.</summary>
    Activities,

    /// <summary>习惯养成, in one of four groups.</summary>
    Habit,
}

/// <summary>The four groups of habit items (rule E2).</summary>
public enum HabitGroup
{
    /// <summary>礼仪.</summary>
    Etiquette,

    /// <summary>学习.</summary>
    Study,

    /// <summary>生活.</summary>
    DailyLife,

    /// <summary>节俭.</summary>
    Thrift,
}
