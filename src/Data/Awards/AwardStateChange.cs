using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Awards;

/// <summary>A step (流程记录) that a selection, or one of its nominations, took: who, when, with what remark (rule W3). Append-only; adding one takes the
/// step.</summary>
public sealed class AwardStateChange
{
    public int DistrictId { get; set; }
    public long AwardStateChangeId { get; set; }

    /// <summary>The nominee's school, or the selection's; put there by the database.</summary>
    public long? SchoolId { get; set; }

    public long AwardRoundId { get; set; }

    /// <summary>The nomination whose step it is; null: the selection's own.</summary>
    public long? AwardNominationId { get; set; }

    /// <summary>A state of <see cref="AwardRoundState"/>, or of <see cref="AwardNominationState"/> for a nomination's step, as it is stored.</summary>
    public required string FromState { get; set; }

    public required string ToState { get; set; }
    public required string ChangedBy { get; set; }
    public required DateTime ChangedAt { get; set; }
    public string? Remark { get; set; }

    public School? School { get; set; }
    public AwardRound Round { get; set; } = null!;
    public AwardNomination? Nomination { get; set; }
}
