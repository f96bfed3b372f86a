namespace HomeroomGraph.Data.Organisation;

/// <summary>A grade team (年级组) of a school in one school year (rules O1, O3). Who belongs to it follows from the appointments to
/// the grade's classes.</summary>
public sealed class GradeTeam
{
    public int DistrictId { get; set; }
    public long GradeTeamId { get; set; }
    public long SchoolId { get; set; }
    public long SchoolYearId { get; set; }
    public required short Grade { get; set; }
    public required string Name { get; set; }

    public School School { get; set; } = null!;
    public SchoolYear SchoolYear { get; set; } = null!;
    public List<GradeTeamHead> Heads { get; } = [];
}

/// <summary>A teacher's time as head of a grade team (年级组长); one at a time (rule O1).</summary>
public sealed class GradeTeamHead
{
    public int DistrictId { get; set; }
    public long GradeTeamHeadId { get; set; }
    public long SchoolId { get; set; }
    public long GradeTeamId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The teacher's name as written then.</summary>
    public required string Name { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public GradeTeam GradeTeam { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}
