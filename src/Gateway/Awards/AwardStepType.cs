using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>The steps of selections as data, from their one declaration (<see cref="AwardSteps"/>): <c>awardSteps</c>.</summary>
internal static class AwardStepType
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var step = StepTypes.Of<AwardStep, AwardActor>(
            "AwardStep", "What is done in a selection: by whom, while it and the nomination are in which states, and where it leads. Rules W2, W3.", Actor(), "AwardRound.viewerIsOffice",
            StepTypes.States<AwardStep, AwardRoundState>(schema, "while", "The states of the selection in which it can be done.", s => s.While),
            StepTypes.States<AwardStep, AwardRoundState>(schema, "to", "The states that it leads the selection to; empty: it stays where it is.", s => s.To),
            StepTypes.States<AwardStep, AwardNominationState>(schema, "nomination", "The states of the nomination in which it can be done; empty: it is not about one that is there.", s => s.Nomination),
            StepTypes.States<AwardStep, AwardNominationState>(schema, "nominationTo", "The states that it leads the nomination to.", s => s.NominationTo));
        schema.Query.Add(StepTypes.Root("awardSteps", "The steps of selections, in the order of a selection's life. Rules W2, W3.", step, AwardSteps.All));
    }

    private static EnumType Actor()
    {
        var type = new EnumType("AwardActor") { Description = "Who takes the steps of a selection. Rule W3." };
        type.Add(StepTypes.NameOf(AwardActor.Office), "The office that runs the selection.");
        type.Add(StepTypes.NameOf(AwardActor.NominatingOffice), "The office of the nominee's school, in a district's selection.");
        type.Add(StepTypes.NameOf(AwardActor.Nominee), "The nominee: a teacher may put oneself forward (自荐).");
        type.Add(StepTypes.NameOf(AwardActor.CommitteeMember), "A member of the committee (评审委员), for the own votes.");
        type.Add(StepTypes.NameOf(AwardActor.GrantingBody), "Who approves grants: the principal, or the district's officers.");
        type.Add(StepTypes.NameOf(AwardActor.Staff), "Everybody with a role at the school, or in the district for a district's.");
        return type;
    }
}
