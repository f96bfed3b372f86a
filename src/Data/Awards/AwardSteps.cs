using static HomeroomGraph.Data.Awards.AwardActor;
using static HomeroomGraph.Data.Awards.AwardRoundState;
using Of = HomeroomGraph.Data.Awards.AwardNominationState;

namespace HomeroomGraph.Data.Awards;

/// <summary>The life of a selection and of its nominations (rules W2, W3): both state machines, in the order in which it happens.</summary>
public static class AwardSteps
{
    // The selection is prepared, and nominations are taken (推荐).
    public static readonly AwardStep Change = new("changeAwardRound", "Changes the name or the number of places", "修改评选", [Office], [Planned, Nominating]);
    public static readonly AwardStep Open = new("openAwardRound", "Announces the selection and takes nominations", "开始推荐", [Office], [Planned]) { To = [Nominating] };

    public static readonly AwardStep Nominate = new("nominateForAward", "Puts a teacher, a teacher's paper, or a class forward", "推荐", [Office, NominatingOffice, AwardActor.Nominee], [Nominating])
    {
        NominationTo = [Of.Nominated],
        Needs = ["w3_a_teacher_is_nominated_once", "w3_a_class_is_nominated_once", "w3_a_paper_is_nominated_once", "w3_a_schools_round_has_nominees_of_the_school"],
    };

    public static readonly AwardStep Withdraw = new("withdrawAwardNomination", "Withdraws a nomination before it is decided", "撤回推荐", [Office, NominatingOffice, AwardActor.Nominee], [Nominating, Checking, Voting, Notice])
    {
        Nomination = [Of.Nominated, Of.Eligible, Of.Notice],
        NominationTo = [Of.Withdrawn],
    };

    public static readonly AwardStep SeatCommittee = new("seatAwardCommittee", "Seats members of the committee", "聘请评审委员", [Office], [Planned, Nominating, Checking]) { Needs = ["w3_a_teacher_sits_once_on_a_committee", "w3_one_chair_a_committee"] };
    public static readonly AwardStep Unseat = new("releaseAwardCommitteeMember", "Releases a member of the committee who has not voted", "解除评审委员", [Office], [Planned, Nominating, Checking, Voting]) { Needs = ["w3_who_has_voted_stays"] };

    // W2: eligibility (审核).
    public static readonly AwardStep CloseNominations = new("closeAwardNominations", "Closes the nominations; the check begins", "结束推荐", [Office], [Nominating]) { To = [Checking], Needs = ["w3_a_selection_has_nominations"] };
    public static readonly AwardStep Check = new("checkAwardNominations", "Checks the conditions of nominations and keeps what was found", "资格审核", [Office], [Checking])
    {
        Nomination = [Of.Nominated, Of.Eligible, Of.Ineligible],
        NominationTo = [Of.Eligible, Of.Ineligible],
        Needs = ["w2_the_check_says_who_is_eligible"],
    };

    // W3: the vote (评议).
    public static readonly AwardStep OpenVote = new("openAwardVote", "Opens the committee's vote", "开始评议", [Office], [Checking])
    {
        To = [Voting],
        Needs = ["w3_every_nomination_is_checked", "w3_somebody_is_eligible", "w3_committee_at_least"],
    };

    public static readonly AwardStep Vote = new("castAwardVote", "Votes on a nomination, or changes the own vote", "投票", [CommitteeMember], [Voting]) { Nomination = [Of.Eligible], Needs = ["w3_no_vote_on_oneself"] };

    public static readonly AwardStep CloseVote = new("closeAwardVote", "Closes the vote: who passed is put under public notice, who did not is rejected", "结束评议", [Office], [Voting])
    {
        To = [Notice, Cancelled],
        Nomination = [Of.Eligible],
        NominationTo = [Of.Notice, Of.Rejected],
        Needs = ["w3_every_vote_is_cast", "w3_a_tie_for_the_last_place_is_broken", "w3_notice_lasts_its_working_days"],
    };

    // W3: public notice (公示) and objections.
    public static readonly AwardStep Object = new("raiseAwardObjection", "Objects to a nominee under public notice", "提出异议", [Staff], [Notice]) { Nomination = [Of.Notice] };
    public static readonly AwardStep HandleObjection = new("handleAwardObjection", "Handles an objection with what was found", "处理异议", [Office], [Notice]) { Needs = ["w3_a_handled_objection_stays"] };

    // W3, W4: the decision.
    public static readonly AwardStep Grant = new("grantAward", "Grants the award with its number, and enters its points", "授予", [GrantingBody], [Notice])
    {
        Nomination = [Of.Notice],
        NominationTo = [Of.Granted],
        Needs = ["w3_a_grant_comes_after_the_notice", "w3_no_grant_over_an_objection", "w3_one_award_a_number"],
    };

    public static readonly AwardStep Reject = new("rejectAwardNomination", "Rejects a nominee under public notice", "不予授予", [Office, GrantingBody], [Notice])
    {
        Nomination = [Of.Notice],
        NominationTo = [Of.Rejected],
        Needs = ["w3_a_refusal_says_why"],
    };

    public static readonly AwardStep Close = new("closeAwardRound", "Closes the selection", "结束评选", [Office], [Notice]) { To = [Closed], Needs = ["w3_every_nomination_is_decided"] };
    public static readonly AwardStep Cancel = new("cancelAwardRound", "Calls the selection off; what was nominated is withdrawn", "取消评选", [Office], [Planned, Nominating, Checking, Voting])
    {
        To = [Cancelled],
        Nomination = [Of.Nominated, Of.Eligible],
        NominationTo = [Of.Withdrawn],
    };

    public static readonly AwardStep Revoke = new("revokeAward", "Revokes an award: the record stays, its points are taken back", "撤销奖项", [GrantingBody], [Notice, Closed])
    {
        Needs = ["w3_a_revocation_stays", "w3_revoked_after_granted"],
    };

    /// <summary>All, in the order of a selection's life.</summary>
    public static IReadOnlyList<AwardStep> All { get; } =
    [
        Change, Open, SeatCommittee, Unseat, Nominate, Withdraw, CloseNominations, Check, OpenVote, Vote, CloseVote, Object, HandleObjection, Grant, Reject, Close, Cancel, Revoke,
    ];
}
