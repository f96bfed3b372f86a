using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Awards;

/// <summary>A selection (评选) of a school or of the district: nominations, checks, a committee's votes, public notice, grants (rule W3).</summary>
public sealed class AwardRound
{
    public int DistrictId { get; set; }
    public long AwardRoundId { get; set; }

    /// <summary>The school whose selection it is; null for the district's.</summary>
    public long? SchoolId { get; set; }

    public required AwardKind Kind { get; set; }
    public required AwardLevel Level { get; set; }
    public long SchoolYearId { get; set; }
    public long? SemesterId { get; set; }
    public required string Name { get; set; }
    public AwardRoundState State { get; set; }

    /// <summary>How many may be granted, where that is limited.</summary>
    public int? Places { get; set; }

    /// <summary>The day on which the public notice (公示) is put up; it lasts the working days of the policy (rule W3).</summary>
    public DateOnly? NoticeStartsOn { get; set; }

    /// <summary>The first day after the public notice.</summary>
    public DateOnly? NoticeEndsOn { get; set; }

    /// <summary>Counts the changes of the selection and of what hangs on it.</summary>
    public int Version { get; set; } = 1;

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public SchoolYear SchoolYear { get; set; } = null!;
    public Semester? Semester { get; set; }
    public List<AwardCommitteeMember> Committee { get; } = [];
    public List<AwardNomination> Nominations { get; } = [];
    public List<AwardStateChange> StateChanges { get; } = [];
}

/// <summary>How far a selection has come (rule W3).</summary>
public enum AwardRoundState
{
    /// <summary>Not announced yet.</summary>
    Planned,

    /// <summary>推荐: nominations are taken.</summary>
    Nominating,

    /// <summary>审核: nominations are checked for eligibility.</summary>
    Checking,

    /// <summary>评议: the committee votes.</summary>
    Voting,

    /// <summary>公示: under public notice.</summary>
    Notice,

    /// <summary>Every nomination is decided.</summary>
    Closed,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>A teacher on the committee (评审委员会) of a selection.</summary>
public sealed class AwardCommitteeMember
{
    public int DistrictId { get; set; }
    public long AwardCommitteeMemberId { get; set; }
    public long AwardRoundId { get; set; }

    /// <summary>The round's school, put there by the database.</summary>
    public long? SchoolId { get; set; }

    public long TeacherId { get; set; }

    /// <summary>The teacher's name as written then.</summary>
    public required string Name { get; set; }

    public required AwardCommitteePost Post { get; set; }

    public AwardRound Round { get; set; } = null!;
    public School? School { get; set; }
    public Teacher Teacher { get; set; } = null!;
}

/// <summary>A post on a committee.</summary>
public enum AwardCommitteePost
{
    /// <summary>主任委员.</summary>
    Chair,

    /// <summary>委员.</summary>
    Member,
}
