using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>The row policies that several types of awards share.</summary>
internal static class AwardPolicies
{
    /// <summary>The viewer sits on the committee, whatever the school, until the round is closed or called off.</summary>
    public static RowPolicy OnCommittee(this RowPolicyBuilder<AwardNomination> nomination) => nomination.Some<AwardRound>(n => n.Round, round => AllOf(
        round.IsNot(r => r.State, AwardRoundState.Closed, AwardRoundState.Cancelled), round.OnCommittee()));

    /// <summary>The viewer sits or sat on the committee.</summary>
    public static RowPolicy OnCommittee(this RowPolicyBuilder<AwardRound> round) =>
        round.Some<AwardCommitteeMember>(r => r.Committee, member => member.In(Reach.Self, m => m.TeacherId));

    /// <summary>The viewer is nominated, or heads or headed the nominated class.</summary>
    public static RowPolicy OfNominee(this RowPolicyBuilder<AwardNomination> nomination) => AnyOf(
        nomination.In(Reach.Self, n => n.TeacherId),
        nomination.Some<SchoolClass>(n => n.Class, c => c.OwnClass()));
}
