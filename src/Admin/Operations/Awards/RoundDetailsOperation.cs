using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

public sealed record RoundDetailsData(RoundViewer? Viewer, IReadOnlyList<AwardStep> AwardSteps, RoundDetails? AwardRound) : FramedData;

public sealed record RoundDetails(
    string Id, int Version, string Name, AwardKind Kind, AwardLevel Level, AwardRoundState State, int? Places, DateOnly? NoticeStartsOn, DateOnly? NoticeEndsOn,
    bool ViewerIsOffice, bool ViewerIsGrantingBody, bool ViewerIsOnCommittee, NamedRow? School, NamedRow? SchoolYear, NameOnly? Semester,
    Connection<CommitteeMember> Committee, Connection<NominationRow> Nominations, Connection<AwardStateChange> StateChanges) : IViewedRound;

public sealed record CommitteeMember(string Id, string Name, AwardCommitteePost Post);

/// <summary>A nomination in its selection's list; of the votes those that the viewer sees: before they are closed only the own.</summary>
public sealed record NominationRow(
    string Id, string Name, AwardGrade? Grade, AwardNominationState State, string NominatedBy, int UnmetConditionCount, int ApprovalCount, int RejectionCount,
    int OpenObjectionCount, bool ViewerIsNominee, NameOnly? School, TitleOnly? Paper, Connection<VoteOnly> Votes, Connection<OpenObjection> Objections) : IViewedNomination;

public sealed record VoteOnly(AwardVoteValue Value);

public sealed record OpenObjection(string Id, string Content);

/// <summary>A step that was taken; the states are words of the selection or, where one is named, of the nomination.</summary>
public sealed record AwardStateChange(
    string FromState, string ToState, string ChangedBy, DateTimeOffset ChangedAt, string? Remark, NameOnly? Nomination = null);

public sealed record NominationDetailsData(RoundViewer? Viewer, IReadOnlyList<AwardStep> AwardSteps, NominationDetails? AwardNomination) : FramedData;

public sealed record NominationDetails(
    string Id, string Name, AwardGrade? Grade, AwardNominationState State, string Statement, string NominatedBy, DateOnly NominatedOn, DateOnly? DecidedOn,
    string? Decision, bool ViewerIsNominee, int ApprovalCount, int RejectionCount, int OpenObjectionCount, int UnmetConditionCount, NamedRow? School, NamedRow? Teacher,
    AwardedClass? Class, TitledRow? Paper, Connection<KeptCondition> Conditions, Connection<VoteRow> Votes, Connection<ObjectionRow> Objections,
    Connection<NumberedAward> Awards, Connection<AwardStateChange> StateChanges, RoundOfNomination? Round) : IViewedNomination;

/// <summary>A condition as a check found and kept it: rule W2.</summary>
public sealed record KeptCondition(DateOnly CheckedOn, int CheckNumber, string Rule, string Condition, string? Value, string? Required, bool IsMet)
    : FoundCondition(Rule, Condition, Value, Required, IsMet);

public sealed record VoteRow(string Id, AwardVoteValue Value, DateOnly CastOn, NameOnly? Member);

public sealed record ObjectionRow(
    string Id, DateOnly RaisedOn, string? RaisedBy, string Content, AwardObjectionState State, DateOnly? HandledOn, string? HandledBy, string? Finding);

public sealed record NumberedAward(string Id, string Title, string? Number);

public sealed record RoundOfNomination(
    string Id, int Version, string Name, AwardKind Kind, AwardLevel Level, AwardRoundState State, DateOnly? NoticeStartsOn, DateOnly? NoticeEndsOn, bool ViewerIsOffice,
    bool ViewerIsGrantingBody, bool ViewerIsOnCommittee, NamedRow? School) : IViewedRound;
