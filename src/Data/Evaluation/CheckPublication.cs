using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>
/// A grade's ranking of a week (周评比) or summary of a month (月总结) in one revision (rule E3). What is published never changes;
/// a correction is the next revision.
/// </summary>
public sealed class CheckPublication
{
    public int DistrictId { get; set; }
    public long CheckPublicationId { get; set; }
    public long SchoolId { get; set; }
    public long SemesterId { get; set; }
    public required short Grade { get; set; }
    public required CheckPeriod Period { get; set; }

    /// <summary>The week's number in the semester; null for a month.</summary>
    public short? WeekNumber { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day after it.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>The last day on which publishing is in time.</summary>
    public required DateOnly DueOn { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Why the one before was corrected.</summary>
    public string? Reason { get; set; }

    public PublicationState State { get; set; }
    public DateTime? PublishedAt { get; set; }

    /// <summary>The day of <see cref="PublishedAt"/> in Shanghai; kept by the database.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public string? PublishedBy { get; set; }

    /// <summary>The newest published revision; kept by the database.</summary>
    public bool IsCurrent { get; private set; }

    public School School { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public List<CheckResult> Results { get; } = [];
    public List<ClassTitle> Titles { get; } = [];
}

/// <summary>What a publication sums up (rule E3).</summary>
public enum CheckPeriod
{
    /// <summary>周评比.</summary>
    Week,

    /// <summary>月总结.</summary>
    Month,
}

/// <summary>Whether a publication is out (rule E3).</summary>
public enum PublicationState
{
    /// <summary>草稿: computed, not yet published.</summary>
    Draft,

    /// <summary>已公布: it stays as it is.</summary>
    Published,
}
