using HomeroomGraph.Data;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Research;
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
        var text = new NonNullType(BuiltInScalars.String);
        var state = ListOf(schema.EnumTypeOf<ProjectState>());
        var step = new ObjectType("ResearchStep") { Description = "What is done with a research project: by whom, in which states, and where it leads. Rules O2, P2 to P14." };
        step.Add(MemoryField.Of<ProjectStep>("name", text, "Its name, which is the mutation's where one mutation does it.", s => s.Name));
        step.Add(MemoryField.Of<ProjectStep>("mutations", ListOf(BuiltInScalars.String), "The mutations that do it.", s => s.Mutations));
        step.Add(MemoryField.Of<ProjectStep>("english", text, "What it does.", s => s.English));
        step.Add(MemoryField.Of<ProjectStep>("chinese", text, "The same in Chinese, as a button says it.", s => s.Chinese));
        step.Add(MemoryField.Of<ProjectStep>("by", ListOf(Actor()), "Who may; one of them is enough. ResearchProject.viewerIsLeader and the like say who the viewer is.", s => s.By.Select(NameOf)));
        step.Add(MemoryField.Of<ProjectStep>("from", state, "The states in which it can be done.", s => s.From.Select(NameOf)));
        step.Add(MemoryField.Of<ProjectStep>("to", state, "The states that it leads to; empty: the project stays where it is.", s => s.To.Select(NameOf)));
        step.Add(MemoryField.Of<ProjectStep>("ofSchoolLevel", BuiltInScalars.Boolean, "Null: projects of all levels; else whether of school level or above. Rule P7.", s => s.OfSchoolLevel));
        step.Add(MemoryField.Of<ProjectStep>("rules", ListOf(BuiltInScalars.String), "The codes of the rules that it has to meet; see rules.", s => s.Needs.Select(need => RuleTable.Of(need).Code)));
        schema.Query.Add(new FieldDefinition("researchSteps", ListOf(step))
        {
            Description = "The steps of research projects, in the order of a project's life. Rules O2, P2 to P14.",
            Binding = new ResolverBinding(_ => ProjectSteps.All),
        });
    }

    private static EnumType Actor()
    {
        var type = new EnumType("ResearchActor") { Description = "Who takes the steps of a research project. Rule O2." };
        type.Add(NameOf(ProjectActor.Leader), "The leader (课题负责人).");
        type.Add(NameOf(ProjectActor.Member), "A member (课题组成员), the leader among them.");
        type.Add(NameOf(ProjectActor.ResearchOffice), "The school's research office (教科室).");
        type.Add(NameOf(ProjectActor.GroupLeader), "The head of the research group that carries it out (教研组长).");
        type.Add(NameOf(ProjectActor.Reviewer), "A reviewer (评审人), for the own review.");
        type.Add(NameOf(ProjectActor.ApprovingBody), "The body that approves (批准单位): the school's research office for a school-level project, else the district's research officer. Rule P7.");
        type.Add(NameOf(ProjectActor.DistrictResearchOfficer), "The district's research officer (区县教研员).");
        return type;
    }

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum => EnumText<TEnum>.Of(value).ToUpperInvariant();
}
