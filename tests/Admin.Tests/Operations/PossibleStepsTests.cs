using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Data.Research;
using ProjectLevel = HomeroomGraph.Admin.Operations.Research.ProjectLevel;
using ProjectState = HomeroomGraph.Admin.Operations.Research.ProjectState;

namespace HomeroomGraph.Admin.Tests.Operations;

/// <summary>The admin's buttons come from the API's declaration of the steps.</summary>
[Trait("Rule", "O2")]
public sealed class PossibleStepsTests
{
    [Fact]
    public void Every_form_is_of_a_step_that_is_declared_and_every_declared_step_has_its_place()
    {
        var declared = ProjectSteps.All.Select(step => step.Name).ToHashSet();
        Assert.All(StepForms.All, form => Assert.Contains(form.Step, declared));
        string[] elsewhere =
        [
            "saveResearchApplication", "changeResearchTeam", "changeResearchStages", "changeResearchTasks", "submitResearchProject", "answerResearchOpinion",
            "submitResearchReview", "completeResearchTask", "completeResearchStage",
        ];
        Assert.Equal(declared.Order(), StepForms.All.Select(form => form.Step).Concat(elsewhere).Distinct().Order());
    }

    [Fact]
    public void Every_state_and_actor_of_the_declaration_is_known_here()
    {
        Assert.All(Enum.GetNames<HomeroomGraph.Data.Research.ProjectState>(), name => Assert.True(Enum.TryParse<ProjectState>(name, out _), name));
        Assert.All(Enum.GetNames<ProjectActor>(), name => Assert.True(Enum.TryParse<ResearchActor>(name, out _), name));
        Assert.Equal(Enum.GetNames<ProjectActor>().Length, Enum.GetValues<ResearchActor>().Select(actor => actor.ToCode()).Count());
    }

    [Theory]
    [InlineData(ProjectState.Running, ProjectLevel.County, true)]
    [InlineData(ProjectState.Closed, ProjectLevel.County, false)]
    [InlineData(ProjectState.Running, ProjectLevel.School, false)]
    public void A_step_is_possible_for_whom_it_is_in_its_states_and_at_its_levels(ProjectState state, ProjectLevel level, bool possible)
    {
        ResearchStep[] steps = [new("ask", [ResearchActor.Leader, ResearchActor.GroupLeader], [ProjectState.Running], OfSchoolLevel: false)];
        Assert.Equal(possible, steps.For(new Viewed(level, state, ViewerIsGroupLeader: true)).Contains("ask"));
        Assert.Empty(steps.For(new Viewed(level, state, ViewerIsGroupLeader: false)));
    }

    private sealed record Viewed(ProjectLevel Level, ProjectState State, bool ViewerIsGroupLeader) : IViewedProject
    {
        public bool ViewerIsLeader => false;
        public bool ViewerIsMember => true;
        public bool ViewerIsResearchOffice => true;
        public bool ViewerIsReviewer => true;
        public bool ViewerIsApprovingBody => true;
        public bool ViewerIsDistrictResearchOfficer => true;
    }
}
