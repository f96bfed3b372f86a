using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

/// <summary>The state machine of research projects as data, from its one declaration (<see cref="ProjectSteps"/>): <c>researchSteps</c>.</summary>
internal static class ResearchStepType
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var step = StepTypes.Of<ProjectStep, ProjectActor>(
            "ResearchStep", "What is done with a research project: by whom, in which states, and where it leads. Rules O2, P2 to P14.", Actor(), "ResearchProject.viewerIsLeader",
            StepTypes.States<ProjectStep, ProjectState>(schema, "from", "The states in which it can be done.", s => s.From),
            StepTypes.States<ProjectStep, ProjectState>(schema, "to", "The states that it leads to; empty: the project stays where it is.", s => s.To),
            MemoryField.Of<ProjectStep>("ofSchoolLevel", BuiltInScalars.Boolean, "Null: projects of all levels; else whether of school level or above. Rule P7.", s => s.OfSchoolLevel));
        schema.Query.Add(StepTypes.Root("researchSteps", "The steps of research projects, in the order of a project's life. Rules O2, P2 to P14.", step, ProjectSteps.All));
    }

    private static EnumType Actor()
    {
        var type = new EnumType("ResearchActor") { Description = "Who takes the steps of a research project. Rule O2." };
        type.Add(StepTypes.NameOf(ProjectActor.Leader), "The leader (课题负责人).");
        type.Add(StepTypes.NameOf(ProjectActor.Member), "A member (课题组成员), the leader among them.");
        type.Add(StepTypes.NameOf(ProjectActor.ResearchOffice), "The school's research office (教科室).");
        type.Add(StepTypes.NameOf(ProjectActor.GroupLeader), "The head of the research group that carries it out (教研组长).");
        type.Add(StepTypes.NameOf(ProjectActor.Reviewer), "A reviewer (评审人), for the own review.");
        type.Add(StepTypes.NameOf(ProjectActor.ApprovingBody), "The body that approves (批准单位): the school's research office for a school-level project, else the district's research officer. Rule P7.");
        type.Add(StepTypes.NameOf(ProjectActor.DistrictResearchOfficer), "The district's research officer (区县教研员).");
        return type;
    }
}
