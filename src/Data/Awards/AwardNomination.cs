using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Awards;

/// <summary>A teacher, a teacher's paper, or a class put forward in a selection (推荐, rule W3). The nominee stays: another is another
/// nomination.</summary>
public sealed class AwardNomination
{
    public int DistrictId { get; set; }
    public long AwardNominationId { get; set; }
    public long AwardRoundId { get; set; }

    /// <summary>The nominee's school, in a district's round too.</summary>
    public long SchoolId { get; set; }

    /// <summary>The round's.</summary>
    public required AwardKind Kind { get; set; }

    public long? TeacherId { get; set; }
    public long? ClassId { get; set; }
    public long? PaperId { get; set; }

    /// <summary>The name of the teacher or class as written then.</summary>
    public required string Name { get; set; }

    /// <summary>The grade that is proposed or decided.</summary>
    public AwardGrade? Grade { get; set; }

    /// <summary>事迹: why this nominee.</summary>
    public required string Statement { get; set; }

    /// <summary>Who nominates, as written.</summary>
    public required string NominatedBy { get; set; }

    public required DateOnly NominatedOn { get; set; }
    public AwardNominationState State { get; set; }
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Why it was decided so.</summary>
    public string? Decision { get; set; }

    public AwardRound Round { get; set; } = null!;
    public School School { get; set; } = null!;
    public Teacher? Teacher { get; set; }
    public SchoolClass? Class { get; set; }
    public Paper? Paper { get; set; }
    public List<AwardCondition> Conditions { get; } = [];
    public List<AwardVote> Votes { get; } = [];
    public List<AwardObjection> Objections { get; } = [];
    public List<Award> Awards { get; } = [];
    public List<AwardStateChange> StateChanges { get; } = [];
}

/// <summary>How far a nomination has come (rule W3).</summary>
public enum AwardNominationState
{
    Nominated,

    /// <summary>Checked: every condition is met.</summary>
    Eligible,

    /// <summary>Checked: a condition is not met.</summary>
    Ineligible,

    /// <summary>公示: under public notice.</summary>
    Notice,

    Granted,
    Rejected,
    Withdrawn,
}

/// <summary>A condition of eligibility as it was found at the check (rule W2): a snapshot, never changed.</summary>
public sealed class AwardCondition
{
    public int DistrictId { get; set; }
    public long AwardConditionId { get; set; }
    public long AwardNominationId { get; set; }
    public long SchoolId { get; set; }
    public required DateOnly CheckedOn { get; set; }
    public required short Position { get; set; }

    /// <summary>Counts the checks of the nomination from 1; the last one says who is eligible.</summary>
    public short CheckNumber { get; set; } = 1;

    /// <summary>Which condition it is, by <see cref="EligibilityConditions"/>; null for what was recorded.</summary>
    public string? Code { get; set; }

    /// <summary>The id of the rule that asks for it.</summary>
    public required string Rule { get; set; }

    public required string Condition { get; set; }

    /// <summary>What was found.</summary>
    public string? Value { get; set; }

    /// <summary>What was asked for.</summary>
    public string? Required { get; set; }

    public required bool IsMet { get; set; }

    public AwardNomination Nomination { get; set; } = null!;
}
