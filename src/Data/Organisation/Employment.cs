namespace HomeroomGraph.Data.Organisation;

/// <summary>A teacher's time at a school (任职, rule O5). One primary employment at a time; a second school is not primary.</summary>
public sealed class Employment
{
    public int DistrictId { get; set; }
    public long EmploymentId { get; set; }
    public long TeacherId { get; set; }
    public long SchoolId { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which the teacher is no longer there; null while employed.</summary>
    public DateOnly? EndsOn { get; set; }

    public bool IsPrimary { get; set; } = true;
    public string? SourceId { get; set; }

    public Teacher Teacher { get; set; } = null!;
    public School School { get; set; } = null!;
}
