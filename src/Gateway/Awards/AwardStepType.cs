using HomeroomGraph.Data;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>The steps of selections as data, from their one declaration (<see cref="AwardSteps"/>): <c>awardSteps</c>.</summary>
internal static class AwardStepType
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var text = new NonNullType(BuiltInScalars.String);
        var (round, nomination) = (ListOf(schema.EnumTypeOf<AwardRoundState>()), ListOf(schema.EnumTypeOf<AwardNominationState>()));
        var step = new ObjectType("AwardStep") { Description = "What is done in a selection: by whom, while it and the nomination are in which states, and where it leads. Rules W2, W3." };
        step.Add(MemoryField.Of<AwardStep>("name", text, "Its name, which is the mutation's where one mutation does it.", s => s.Name));
        step.Add(MemoryField.Of<AwardStep>("mutations", ListOf(BuiltInScalars.String), "The mutations that do it.", s => s.Mutations));
        step.Add(MemoryField.Of<AwardStep>("english", text, "What it does.", s => s.English));
        step.Add(MemoryField.Of<AwardStep>("chinese", text, "The same in Chinese, as a button says it.", s => s.Chinese));
        step.Add(MemoryField.Of<AwardStep>("by", ListOf(Actor()), "Who may; one of them is enough. AwardRound.viewerIsOffice and the like say who the viewer is.", s => s.By.Select(NameOf)));
        step.Add(MemoryField.Of<AwardStep>("while", round, "The states of the selection in which it can be done.", s => s.While.Select(NameOf)));
        step.Add(MemoryField.Of<AwardStep>("to", round, "The states that it leads the selection to; empty: it stays where it is.", s => s.To.Select(NameOf)));
        step.Add(MemoryField.Of<AwardStep>("nomination", nomination, "The states of the nomination in which it can be done; empty: it is not about one that is there.", s => s.Nomination.Select(NameOf)));
        step.Add(MemoryField.Of<AwardStep>("nominationTo", nomination, "The states that it leads the nomination to.", s => s.NominationTo.Select(NameOf)));
        step.Add(MemoryField.Of<AwardStep>("rules", ListOf(BuiltInScalars.String), "The codes of the rules that it has to meet; see rules.", s => s.Needs.Select(need => RuleTable.Of(need).Code)));
        schema.Query.Add(new FieldDefinition("awardSteps", ListOf(step))
        {
            Description = "The steps of selections, in the order of a selection's life. Rules W2, W3.",
            Binding = new ResolverBinding(_ => AwardSteps.All),
        });
    }

    private static EnumType Actor()
    {
        var type = new EnumType("AwardActor") { Description = "Who takes the steps of a selection. Rule W3." };
        type.Add(NameOf(AwardActor.Office), "The office that runs the selection.");
        type.Add(NameOf(AwardActor.NominatingOffice), "The office of the nominee's school, in a district's selection.");
        type.Add(NameOf(AwardActor.Nominee), "The nominee: a teacher may put oneself forward (自荐).");
        type.Add(NameOf(AwardActor.CommitteeMember), "A member of the committee (评审委员), for the own votes.");
        type.Add(NameOf(AwardActor.GrantingBody), "Who approves grants: the principal, or the district's officers.");
        type.Add(NameOf(AwardActor.Staff), "Everybody with a role at the school, or in the district for a district's.");
        return type;
    }

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum => EnumText<TEnum>.Of(value).ToUpperInvariant();
}
