namespace HomeroomGraph.Data.Mentoring;

/// <summary>The evaluation of a pair by one side or by the office (rule M4).</summary>
public sealed class MentorshipEvaluation
{
    public int DistrictId { get; set; }
    public long MentorshipEvaluationId { get; set; }

    /// <summary>The pair's school.</summary>
    public long SchoolId { get; set; }

    public long MentorshipId { get; set; }
    public required EvaluationSide Side { get; set; }

    /// <summary>Who evaluated, as written.</summary>
    public required string EvaluatedBy { get; set; }

    public required DateOnly EvaluatedOn { get; set; }
    public required string Content { get; set; }

    public Mentorship Mentorship { get; set; } = null!;
}

/// <summary>Whose evaluation it is (rule M4).</summary>
public enum EvaluationSide
{
    /// <summary>师傅.</summary>
    Mentor,

    /// <summary>徒弟.</summary>
    Mentee,

    /// <summary>政教处.</summary>
    Office,
}
