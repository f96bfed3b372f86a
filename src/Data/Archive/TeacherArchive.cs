using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Archive;

/// <summary>
/// A homeroom teacher's archive (档案) of a semester at a school served in it: which of the parts that are looked for are there (rule V1). It has no key of its own, and
/// figure D12 is the sum of these.
/// </summary>
public sealed class TeacherArchive
{
    public int DistrictId { get; set; }
    public long SchoolId { get; set; }
    public long TeacherId { get; set; }
    public long SemesterId { get; set; }
    public int StartingYear { get; set; }
    public int SemesterNumber { get; set; }

    /// <summary>Papers dated in the semester.</summary>
    public int PaperCount { get; set; }

    /// <summary>Papers that are owed by policy (rule R2).</summary>
    public int OwedPaperCount { get; set; }

    public bool HasPlan { get; set; }
    public bool HasSummary { get; set; }
    public bool HasStudyNote { get; set; }
    public bool HasPaper { get; set; }
    public bool HasTraining { get; set; }
    public bool HasAssessment { get; set; }
    public bool HasClassResult { get; set; }

    /// <summary>The parts that are there.</summary>
    public int PresentCount { get; set; }

    /// <summary>The parts that are looked for.</summary>
    public int ExpectedCount { get; set; }

    public District District { get; set; } = null!;
    public School School { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
}
