namespace HomeroomGraph.Data.Mentoring;

/// <summary>An entry of a pair's log (rule M3).</summary>
public sealed class MentorshipActivity
{
    public int DistrictId { get; set; }
    public long MentorshipActivityId { get; set; }

    /// <summary>The pair's school.</summary>
    public long SchoolId { get; set; }

    public long MentorshipId { get; set; }
    public required MentorshipActivityKind Kind { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required string Content { get; set; }

    public Mentorship Mentorship { get; set; } = null!;
}

/// <summary>What the two did (rule M3).</summary>
public enum MentorshipActivityKind
{
    /// <summary>听课.</summary>
    ClassObservation,

    /// <summary>共同带班.</summary>
    JointClassWork,

    /// <summary>谈话.</summary>
    Talk,

    /// <summary>材料批阅.</summary>
    DocumentReview,
}
