namespace HomeroomGraph.Data.Organisation;

/// <summary>A subject that a teacher teaches (任教学科, rule O5).</summary>
public sealed class TeacherSubject
{
    public int DistrictId { get; set; }
    public long TeacherId { get; set; }
    public long SubjectId { get; set; }

    public Teacher Teacher { get; set; } = null!;
    public Subject Subject { get; set; } = null!;
}
