using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>Nominations and their check (rules W2, W3).</summary>
internal static class NominationMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        mutations.AddStep("nominateForAward", AwardSteps.Nominate).TakesRound()
            .Takes("teacherId", BuiltInScalars.Id, "The teacher, for all kinds but a model class.").Takes("classId", BuiltInScalars.Id, "The class, for a model class. Rule E9.")
            .Takes("paperId", BuiltInScalars.Id, "The teacher's paper, for an excellent paper or case. Rule R3.")
            .Takes("grade", mutations.Schema.EnumTypeOf<AwardGrade>(), "The grade that is proposed.").Takes("statement", Text, "Why this nominee (事迹).")
            .GivesRowOf<AwardNomination>("nomination", "The nomination")
            .RunsUseCase<Nominate>((nominate, call) => nominate.RunAsync(
                call.Caller, call.Record("roundId", "AwardRound"), new(call.OptionalRecord("teacherId", "Teacher"), call.OptionalRecord("classId", "Class"), call.OptionalRecord("paperId", "Paper")),
                call.OptionalChoice<AwardGrade>("grade"), call.Text("statement"), call.Terms, call.Cancellation));
        mutations.AddStep("withdrawAwardNomination", AwardSteps.Withdraw)
            .Takes("nominationId", Id, "The nomination.").Takes("reason", Text, "Why.")
            .GivesRowOf<AwardNomination>("nomination", "The nomination")
            .RunsUseCase<Nominate>((nominate, call) => nominate.WithdrawAsync(call.Caller, call.Record("nominationId", "AwardNomination"), call.Text("reason"), call.Terms, call.Cancellation));
        mutations.AddStep("checkAwardNominations", AwardSteps.Check).TakesRound()
            .Takes("nominationIds", new ListType(Id), "Which; left out: all that are not checked yet. Who was checked may be checked again, and each check is kept.")
            .RunsUseCase<CheckNominations>((check, call) => check.RunAsync(
                call.Caller, call.Record("roundId", "AwardRound"), call.Records("nominationIds", "AwardNomination"), call.Terms, call.Cancellation));
    }
}
