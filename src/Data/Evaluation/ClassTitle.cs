using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A title of a class (rule E9): a winner of a published ranking, or a model class by selection.</summary>
public sealed class ClassTitle
{
    public int DistrictId { get; set; }
    public long ClassTitleId { get; set; }
    public long SchoolId { get; set; }
    public long ClassId { get; set; }
    public long SemesterId { get; set; }
    public required ClassTitleKind Kind { get; set; }

    /// <summary>The ranking that a winner comes from.</summary>
    public long? CheckPublicationId { get; set; }

    public required DateOnly AwardedOn { get; set; }
    public string? Remark { get; set; }
    public DateOnly? WithdrawnOn { get; set; }
    public string? WithdrawalReason { get; set; }

    public School School { get; set; } = null!;
    public SchoolClass Class { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public CheckPublication? Publication { get; set; }
}

/// <summary>The titles a class can have (rule E9).</summary>
public enum ClassTitleKind
{
    /// <summary>周优胜班级.</summary>
    WeeklyWinner,

    /// <summary>月优胜班级.</summary>
    MonthlyWinner,

    /// <summary>样板班级.</summary>
    ModelClass,
}
