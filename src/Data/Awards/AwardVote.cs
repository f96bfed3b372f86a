using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Awards;

/// <summary>A committee member's vote on a nomination, none on oneself; secret until the vote is closed (rule W3).</summary>
public sealed class AwardVote
{
    public int DistrictId { get; set; }
    public long AwardVoteId { get; set; }
    public long AwardRoundId { get; set; }
    public long AwardNominationId { get; set; }

    /// <summary>The nomination's.</summary>
    public long SchoolId { get; set; }

    /// <summary>The committee member.</summary>
    public long TeacherId { get; set; }

    public required AwardVoteValue Value { get; set; }
    public required DateOnly CastOn { get; set; }

    public AwardRound Round { get; set; } = null!;
    public AwardNomination Nomination { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public AwardCommitteeMember Member { get; set; } = null!;
}

/// <summary>What a committee member says to a nomination.</summary>
public enum AwardVoteValue
{
    /// <summary>同意.</summary>
    Approve,

    /// <summary>不同意.</summary>
    Reject,

    /// <summary>弃权.</summary>
    Abstain,
}

/// <summary>An objection (异议) to a nomination under public notice; each is handled with a finding (rule W3).</summary>
public sealed class AwardObjection
{
    public int DistrictId { get; set; }
    public long AwardObjectionId { get; set; }
    public long AwardNominationId { get; set; }
    public long SchoolId { get; set; }
    public required DateOnly RaisedOn { get; set; }

    /// <summary>Who raised it, as written; null where that is not known.</summary>
    public string? RaisedBy { get; set; }

    public required string Content { get; set; }
    public AwardObjectionState State { get; set; }
    public DateOnly? HandledOn { get; set; }
    public string? HandledBy { get; set; }
    public string? Finding { get; set; }

    public AwardNomination Nomination { get; set; } = null!;
}

/// <summary>What became of an objection.</summary>
public enum AwardObjectionState
{
    Open,

    /// <summary>成立: there is no grant.</summary>
    Upheld,

    /// <summary>不成立.</summary>
    Dismissed,
}
