using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>schema/operations/Awards, as far as it is about selections and their nominations: rules W2, W3.</summary>
public static class RoundOperations
{
    public static Operation<RoundListVariables, RoundListData> List { get; } = new("Awards/RoundList");
    public static Operation<AwardVariables, RoundDetailsData> Details { get; } = new("Awards/RoundDetails");
    public static Operation<AwardVariables, NominationDetailsData> Nomination { get; } = new("Awards/NominationDetails");
    public static Operation<NoVariables, RoundChoiceData> PlanChoice { get; } = new("Awards/RoundChoice");
    public static Operation<CommitteeChoiceVariables, CommitteeChoiceData> CommitteeChoice { get; } = new("Awards/CommitteeChoice");
    public static Operation<NomineeChoiceVariables, NomineeChoiceData> NomineeChoice { get; } = new("Awards/NomineeChoice");

    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Plan { get; } = new("Awards/PlanAwardRound");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Change { get; } = new("Awards/ChangeAwardRound");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Open { get; } = new("Awards/OpenAwardRound");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> SeatCommittee { get; } = new("Awards/SeatAwardCommittee");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> ReleaseMember { get; } = new("Awards/ReleaseAwardCommitteeMember");
    public static Operation<InputVariables<AwardInput>, DoneData<NominationDone>> Nominate { get; } = new("Awards/NominateForAward");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Withdraw { get; } = new("Awards/WithdrawAwardNomination");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> CloseNominations { get; } = new("Awards/CloseAwardNominations");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Check { get; } = new("Awards/CheckAwardNominations");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> OpenVote { get; } = new("Awards/OpenAwardVote");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Vote { get; } = new("Awards/CastAwardVote");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> CloseVote { get; } = new("Awards/CloseAwardVote");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Object { get; } = new("Awards/RaiseAwardObjection");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> HandleObjection { get; } = new("Awards/HandleAwardObjection");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Grant { get; } = new("Awards/GrantAward");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Reject { get; } = new("Awards/RejectAwardNomination");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Close { get; } = new("Awards/CloseAwardRound");
    public static Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Cancel { get; } = new("Awards/CancelAwardRound");
}

/// <summary>The selection as it is now, or why nothing was done.</summary>
public sealed record RoundDone(RowId? AwardRound, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record NominationDone(RowId? Nomination, IReadOnlyList<Refusal> Errors) : IDone;
