namespace HomeroomGraph.Data.Organisation;

/// <summary>A professional title (职称) that a teacher holds or held; one at a time (rule O5).</summary>
public sealed class TeacherTitle
{
    public int DistrictId { get; set; }
    public long TeacherTitleId { get; set; }
    public long TeacherId { get; set; }
    public required ProfessionalTitle Title { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? EndsOn { get; set; }

    public Teacher Teacher { get; set; } = null!;
}

/// <summary>The ladder of teachers' titles (rule O5), lowest first.</summary>
public enum ProfessionalTitle
{
    /// <summary>三级教师.</summary>
    Third,

    /// <summary>二级教师.</summary>
    Second,

    /// <summary>一级教师.</summary>
    First,

    /// <summary>高级教师.</summary>
    Senior,

    /// <summary>正高级教师.</summary>
    FullSenior,
}
