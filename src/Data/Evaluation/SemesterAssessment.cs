using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A homeroom teacher's assessment of a semester (学期考核, rule E4): three parts, each the sum of its inputs.</summary>
public sealed class SemesterAssessment
{
    public int DistrictId { get; set; }
    public long SemesterAssessmentId { get; set; }
    public long SchoolId { get; set; }
    public long SemesterId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The name as it was written.</summary>
    public required string TeacherName { get; set; }

    /// <summary>The class that the teacher headed, where it was one.</summary>
    public long? ClassId { get; set; }

    public long EvaluationSchemeId { get; set; }
    public AssessmentState State { get; set; }
    public decimal? Process { get; set; }
    public decimal? Effect { get; set; }
    public decimal? Performance { get; set; }

    /// <summary>The sum of the three parts; kept by the database.</summary>
    public decimal? Total { get; private set; }

    public AssessmentGrade? Grade { get; set; }
    public string? Remark { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    public School School { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public SchoolClass? Class { get; set; }
    public EvaluationScheme Scheme { get; set; } = null!;
    public List<AssessmentInput> Inputs { get; } = [];
}

/// <summary>Where an assessment stands (rule E4).</summary>
public enum AssessmentState
{
    /// <summary>草稿: figures come in.</summary>
    Draft,

    /// <summary>待定: shown to the teacher, not yet decided.</summary>
    Proposed,

    /// <summary>已定.</summary>
    Final,
}

/// <summary>The grades of the semester assessment, best first (rule E4).</summary>
public enum AssessmentGrade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>基本合格.</summary>
    BasicallyQualified,

    /// <summary>不合格.</summary>
    Unqualified,
}
