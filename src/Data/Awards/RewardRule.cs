using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Awards;

/// <summary>The points that an award of a kind, level and grade gives, by the reward rules (奖励条例) of a school, or of the district for
/// schools without an own rule (rule W4). One that gave points stays what it was.</summary>
public sealed class RewardRule
{
    public int DistrictId { get; set; }
    public long RewardRuleId { get; set; }

    /// <summary>The school it holds for; null for the whole district.</summary>
    public long? SchoolId { get; set; }

    public required AwardKind Kind { get; set; }
    public required AwardLevel Level { get; set; }
    public required AwardGrade Grade { get; set; }
    public required decimal Points { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public string? Note { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public List<RewardPoint> Entries { get; } = [];
}

/// <summary>An entry of the ledger of points (奖励积分, rule W4). Entries are only added; a teacher's points are their sum. What was wrong
/// is corrected by a counter-entry.</summary>
public sealed class RewardPoint
{
    public int DistrictId { get; set; }
    public long RewardPointId { get; set; }
    public long SchoolId { get; set; }
    public long TeacherId { get; set; }
    public long? AwardId { get; set; }

    /// <summary>The rule that gives an award's points.</summary>
    public long? RewardRuleId { get; set; }

    /// <summary>The entry that this one corrects.</summary>
    public long? CorrectsId { get; set; }

    public required decimal Points { get; set; }
    public required DateOnly EnteredOn { get; set; }
    public required string Reason { get; set; }

    public School School { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public Award? Award { get; set; }
    public RewardRule? Rule { get; set; }
    public RewardPoint? Corrects { get; set; }
    public List<RewardPoint> Corrections { get; } = [];
}
