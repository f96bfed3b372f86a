using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Web;
using static HomeroomGraph.Admin.Operations.Awards.RoundOperations;
using static HomeroomGraph.Admin.Pages.Research.Steps.FieldKind;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>What a step is about beside the selection: the row that the address names.</summary>
public enum RoundRowKind { None, Nomination, Member, Objection }

/// <summary>The form of a step of a selection: which mutation it sends and what it asks for. <see cref="RoundForms"/> has all of them.</summary>
/// <param name="Slug">The word in the address.</param>
/// <param name="Step">The contract's name of the step, as <c>awardSteps</c> has it; of them <see cref="PossibleAwardSteps"/> tells the viewer's.</param>
/// <param name="Mutation">What it sends.</param>
/// <param name="Fields">What it asks for, in this order.</param>
public sealed record RoundForm(string Slug, string Step, Operation<InputVariables<AwardInput>, DoneData<RoundDone>> Mutation, params IReadOnlyList<StepField> Fields)
{
    public RoundRowKind Row { get; init; }

    /// <summary>What the input calls the row's id, or the selection's.</summary>
    public string RowName => Row switch
    {
        RoundRowKind.Nomination => "nominationId",
        RoundRowKind.Member => "memberId",
        RoundRowKind.Objection => "objectionId",
        _ => "roundId",
    };

    /// <summary>Ends something, so its button looks the part.</summary>
    public bool IsGrave { get; init; }

    /// <summary>Of one person alone, so another's change beside it is no conflict: votes and objections.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>When it makes sense, where the contract's word for the step is wider.</summary>
    public Func<RoundDetails, bool> Fits { get; init; } = _ => true;

    /// <summary>Names teachers, who are looked for by name.</summary>
    public bool NamesPeople => Fields.Any(one => one is { Kind: People or Person, Name: not "firstIds" });
}

/// <summary>The forms of a selection's steps, in the order of its life: rules W2, W3. To nominate has a page of its own, to revoke is the award's.</summary>
public static class RoundForms
{
    public static IReadOnlyList<RoundForm> All { get; } =
    [
        new("open", "openAwardRound", Open),
        new("check", "checkAwardNominations", Check),
        new("close-nominations", "closeAwardNominations", CloseNominations),
        new("open-vote", "openAwardVote", OpenVote),
        new("close-vote", "closeAwardVote", CloseVote, new("noticeStartsOn", Date, Today: true), new("firstIds", People)),
        new("close", "closeAwardRound", Close),
        new("committee", "seatAwardCommittee", SeatCommittee, new StepField("teacherIds", People, Required: true)),
        new("chair", "seatAwardCommittee", SeatCommittee, new StepField("chairId", Person, Required: true))
        {
            Fits = round => round.Committee.Nodes.All(member => member.Post != AwardCommitteePost.Chair),
        },
        new("release", "releaseAwardCommitteeMember", ReleaseMember) { Row = RoundRowKind.Member, IsGrave = true },
        new("change", "changeAwardRound", Change, new("name", Line, Required: true), new("places", Line)),

        new("vote", "castAwardVote", Vote, new StepField("value", Choice, Required: true, [.. Enum.GetValues<AwardVoteValue>().Select(value => value.ToCode())], "Vote"))
        {
            Row = RoundRowKind.Nomination, IsPersonal = true,
        },
        new("grant", "grantAward", Grant,
            new("grade", Choice, Choices: [.. Enum.GetValues<AwardGrade>().Select(value => value.ToCode())], Family: "Grade"), new("title", Line), new("number", Line))
        {
            Row = RoundRowKind.Nomination,
        },
        new("reject", "rejectAwardNomination", Reject, Reason()) { Row = RoundRowKind.Nomination, IsGrave = true },
        new("object", "raiseAwardObjection", RoundOperations.Object, new("content", Text, Required: true), new("raisedBy", Line)) { Row = RoundRowKind.Nomination, IsPersonal = true },
        new("answer", "handleAwardObjection", HandleObjection,
            new("isUpheld", Choice, Required: true, [Yes, "DISMISSED"], "Objection"), new("finding", Text, Required: true))
        {
            Row = RoundRowKind.Objection,
        },
        new("withdraw", "withdrawAwardNomination", Withdraw, Reason()) { Row = RoundRowKind.Nomination, IsGrave = true },
        new("cancel", "cancelAwardRound", Cancel, Reason()) { IsGrave = true },
    ];

    /// <summary>The objection holds.</summary>
    public const string Yes = "UPHELD";

    public static RoundForm? Find(string slug) => All.FirstOrDefault(form => form.Slug == slug);

    /// <summary>What the viewer can do with the selection as a whole, now.</summary>
    public static IReadOnlyList<RoundForm> For(RoundDetails round, IReadOnlySet<string> possible) =>
        [.. All.Where(form => form.Row == RoundRowKind.None && possible.Contains(form.Step) && form.Fits(round))];

    /// <summary>What the viewer can do with a nomination, now.</summary>
    public static IReadOnlyList<RoundForm> ForNomination(IReadOnlySet<string> possible) =>
        [.. All.Where(form => form.Row == RoundRowKind.Nomination && possible.Contains(form.Step))];

    private static StepField Reason() => new("reason", Text, Required: true);
}
