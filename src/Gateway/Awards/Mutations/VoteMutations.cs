using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>The committee and its votes (rule W3).</summary>
internal static class VoteMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        mutations.AddStep("seatAwardCommittee", AwardSteps.SeatCommittee).TakesRound()
            .Takes("teacherIds", new NonNullType(new ListType(Id)), "Teachers of the district.").Takes("chairId", BuiltInScalars.Id, "The one of them who chairs (主任委员).")
            .RunsUseCase<SeatCommittee>((committee, call) => committee.RunAsync(
                call.Caller, call.Record("roundId", "AwardRound"), call.Records("teacherIds", "Teacher"), call.OptionalRecord("chairId", "Teacher"), call.Terms, call.Cancellation));
        mutations.AddStep("releaseAwardCommitteeMember", AwardSteps.Unseat).Takes("memberId", Id, "The member of the committee.")
            .RunsUseCase<SeatCommittee>((committee, call) => committee.ReleaseAsync(call.Caller, call.Record("memberId", "AwardCommitteeMember"), call.Terms, call.Cancellation));
        mutations.AddStep("castAwardVote", AwardSteps.Vote)
            .Takes("nominationId", Id, "The nomination.").Takes("value", new NonNullType(mutations.Schema.EnumTypeOf<AwardVoteValue>()), "For it, against it, or neither.")
            .GivesRowOf<AwardVote>("vote", "The own vote")
            .RunsUseCase<CommitteeVotes>((votes, call) => votes.CastAsync(
                call.Caller, call.Record("nominationId", "AwardNomination"), call.Choice<AwardVoteValue>("value"), call.Terms, call.Cancellation));
        mutations.AddStep("closeAwardVote", AwardSteps.CloseVote).TakesRound()
            .Takes("noticeStartsOn", DateScalar.Instance, "The day on which the public notice is put up; today where it is left out. It lasts the working days of the policy after it.")
            .Takes("firstIds", new ListType(Id), "Of the nominations that have as many votes for the last places, those that go first.")
            .RunsUseCase<CommitteeVotes>((votes, call) => votes.CloseAsync(
                call.Caller, call.Record("roundId", "AwardRound"), call.Day("noticeStartsOn"), call.Records("firstIds", "AwardNomination"), call.Terms, call.Cancellation));
    }
}
