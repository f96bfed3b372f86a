using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Awards.Rounds;
using HomeroomGraph.Data.Awards;
using AwardActor = HomeroomGraph.Admin.Operations.Awards.AwardActor;
using AwardNominationState = HomeroomGraph.Admin.Operations.Awards.AwardNominationState;
using AwardRoundState = HomeroomGraph.Admin.Operations.Awards.AwardRoundState;
using AwardStep = HomeroomGraph.Admin.Operations.Awards.AwardStep;

namespace HomeroomGraph.Admin.Tests.Operations;

/// <summary>The buttons of selections come from the API's declaration of the steps.</summary>
[Trait("Rule", "W3")]
public sealed class PossibleAwardStepsTests
{
    [Fact]
    public void Every_form_is_of_a_step_that_is_declared_and_every_declared_step_has_its_place()
    {
        var declared = AwardSteps.All.Select(step => step.Name).ToHashSet();
        Assert.Equal(declared.Order(), RoundForms.All.Select(form => form.Step).Append("nominateForAward").Append("revokeAward").Distinct().Order());
    }

    [Fact]
    public void Every_state_and_actor_of_the_declaration_is_known_here()
    {
        Assert.Equal(Enum.GetNames<HomeroomGraph.Data.Awards.AwardActor>().Order(), Enum.GetNames<AwardActor>().Order());
        Assert.Equal(Enum.GetNames<HomeroomGraph.Data.Awards.AwardRoundState>().Order(), Enum.GetNames<AwardRoundState>().Order());
        Assert.Equal(Enum.GetNames<HomeroomGraph.Data.Awards.AwardNominationState>().Order(), Enum.GetNames<AwardNominationState>().Order());
    }

    [Theory]
    [InlineData(AwardRoundState.Voting, AwardNominationState.Eligible, true, true)]
    [InlineData(AwardRoundState.Voting, AwardNominationState.Eligible, false, false)]
    [InlineData(AwardRoundState.Voting, AwardNominationState.Ineligible, true, false)]
    [InlineData(AwardRoundState.Checking, AwardNominationState.Eligible, true, false)]
    public void A_step_is_possible_for_whom_it_is_in_the_states_of_selection_and_nomination(
        AwardRoundState state, AwardNominationState nomination, bool onCommittee, bool possible)
    {
        AwardStep[] steps = [new("castAwardVote", [AwardActor.CommitteeMember], [AwardRoundState.Voting], [AwardNominationState.Eligible])];
        var viewer = new RoundViewer(new(2026, 11, 20), []);
        Assert.Equal(possible, steps.For(viewer, new Round(state, onCommittee), new Nomination(nomination)).Contains("castAwardVote"));
    }

    [Theory]
    [InlineData("S1", true)]
    [InlineData("S2", false)]
    public void A_teacher_of_the_school_may_begin_with_oneself(string school, bool possible)
    {
        AwardStep[] steps = [new("nominateForAward", [AwardActor.Office, AwardActor.Nominee], [AwardRoundState.Nominating], [])];
        var viewer = new RoundViewer(new(2026, 11, 20), [new("TEACHER", new("T", "张桂英"), new(school, "一中"))]);
        Assert.Equal(possible, steps.For(viewer, new Round(AwardRoundState.Nominating, ViewerIsOnCommittee: false)).Contains("nominateForAward"));
    }

    private sealed record Round(AwardRoundState State, bool ViewerIsOnCommittee) : IViewedRound
    {
        public NamedRow? School => new("S1", "一中");
        public bool ViewerIsOffice => false;
        public bool ViewerIsGrantingBody => false;
    }

    private sealed record Nomination(AwardNominationState State) : IViewedNomination
    {
        public bool ViewerIsNominee => false;
    }
}
