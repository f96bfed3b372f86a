namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>How far a nomination has come: rule W3.</summary>
public enum AwardNominationState { Nominated, Eligible, Ineligible, Notice, Granted, Rejected, Withdrawn }

/// <summary>同意、不同意、弃权: rule W3.</summary>
public enum AwardVoteValue { Approve, Reject, Abstain }

/// <summary>What became of an objection: rule W3.</summary>
public enum AwardObjectionState { Open, Upheld, Dismissed }

/// <summary>主任委员、委员.</summary>
public enum AwardCommitteePost { Chair, Member }
