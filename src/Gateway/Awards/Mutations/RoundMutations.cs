using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>The selection itself, from its plan to its end (rules W1, W3).</summary>
internal static class RoundMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        Plan(mutations);
        Steps(mutations);
    }

    private static void Plan(MutationDeclarations mutations)
    {
        mutations.Add("planAwardRound", "Plans a selection (发起评选). Who: the moral-education office of the school, or its research office for papers, cases and results; of a district's, its officers. Rules W1, W3.")
            .Takes("schoolId", BuiltInScalars.Id, "The school whose selection it is; give this or the district.")
            .Takes("districtId", BuiltInScalars.Id, "The district whose selection it is.")
            .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<AwardKind>()), "What is awarded. Rule W1.")
            .Takes("level", new NonNullType(mutations.Schema.EnumTypeOf<AwardLevel>()), "Who awards: a school at school level, a district above it. Rule W1.")
            .Takes("schoolYearId", Id, "The school year.").Takes("semesterId", BuiltInScalars.Id, "The semester, where it is one's.")
            .Takes("name", Text, "The name, at most 200 characters.").Takes("places", BuiltInScalars.Int, "How many may be granted; not limited where it is left out.")
            .TakesIdempotencyKey().GivesRound().FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<PlanRound>((plan, call) => plan.RunAsync(call.Caller, PlannedOf(call), call.Terms, call.Cancellation));
        mutations.AddStep("changeAwardRound", AwardSteps.Change).TakesRound()
            .Takes("name", BuiltInScalars.String, "The name; left out: as it is.").Takes("places", BuiltInScalars.Int, "How many may be granted; null: not limited; left out: as it is.")
            .RunsUseCase<PlanRound>((plan, call) => plan.ChangeAsync(
                call.Caller, call.Record("roundId", "AwardRound"), call.OptionalText("name") is { } name ? new(name) : null, call.GivenOf("places", () => call.Number("places")), call.Terms, call.Cancellation));
    }

    private static void Steps(MutationDeclarations mutations)
    {
        mutations.AddStep("openAwardRound", AwardSteps.Open).TakesRound()
            .RunsUseCase<MoveRound>((move, call) => move.OpenAsync(call.Caller, call.Record("roundId", "AwardRound"), call.Terms, call.Cancellation));
        mutations.AddStep("closeAwardNominations", AwardSteps.CloseNominations).TakesRound()
            .RunsUseCase<MoveRound>((move, call) => move.CloseNominationsAsync(call.Caller, call.Record("roundId", "AwardRound"), call.Terms, call.Cancellation));
        mutations.AddStep("openAwardVote", AwardSteps.OpenVote).TakesRound()
            .RunsUseCase<MoveRound>((move, call) => move.OpenVoteAsync(call.Caller, call.Record("roundId", "AwardRound"), call.Terms, call.Cancellation));
        mutations.AddStep("closeAwardRound", AwardSteps.Close).TakesRound()
            .RunsUseCase<MoveRound>((move, call) => move.CloseAsync(call.Caller, call.Record("roundId", "AwardRound"), call.Terms, call.Cancellation));
        mutations.AddStep("cancelAwardRound", AwardSteps.Cancel).TakesRound().Takes("reason", Text, "Why.")
            .RunsUseCase<MoveRound>((move, call) => move.CancelAsync(call.Caller, call.Record("roundId", "AwardRound"), call.Text("reason"), call.Terms, call.Cancellation));
    }

    private static NewRound PlannedOf(MutationCall call)
    {
        var school = call.OptionalRecord("schoolId", "School");
        var district = call.OptionalKey("districtId", "District")?.DistrictId;
        if (school is null == district is null)
            throw new RefusedException(Refusal.InvalidInput("Name the school or the district whose selection it is. 请指定学校或区县，二者选一。", "schoolId"));
        return new(
            school?.DistrictId ?? district!.Value, school?.Id, call.Choice<AwardKind>("kind"), call.Choice<AwardLevel>("level"),
            call.Record("schoolYearId", "SchoolYear"), call.OptionalRecord("semesterId", "Semester"), call.Text("name"), call.Number("places"));
    }
}
