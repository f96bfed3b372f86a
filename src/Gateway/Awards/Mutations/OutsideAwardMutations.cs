using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>Awards of other bodies, recorded from their certificates (rules W1, W4).</summary>
internal static class OutsideAwardMutations
{
    public static void Declare(MutationDeclarations mutations) => mutations
        .Add("recordOutsideAward", "Records an award of another body from its certificate (登记外部奖项), and enters its points by the reward rules of the day on it. Who: the school's moral-education office, or its research office for papers, cases and results. Rules W1, W4.")
        .Takes("schoolId", Id, "The recipient's school.").Takes("teacherId", BuiltInScalars.Id, "The teacher, for all kinds but a model class.").Takes("classId", BuiltInScalars.Id, "The class, for a model class. Rule E9.")
        .Takes("paperId", BuiltInScalars.Id, "The teacher's paper, where it is known here. Rule R3.")
        .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<AwardKind>()), "What is awarded.").Takes("level", new NonNullType(mutations.Schema.EnumTypeOf<AwardLevel>()), "Who awards: above the school.")
        .Takes("grade", new NonNullType(mutations.Schema.EnumTypeOf<AwardGrade>()), "The grade.").Takes("title", BuiltInScalars.String, "What it is called; left out: its kind.")
        .Takes("number", Text, "The certificate's number.").Takes("issuer", Text, "Who issued it.").Takes("grantedOn", new NonNullType(DateScalar.Instance), "The day on the certificate.")
        .TakesIdempotencyKey().GivesRowOf<Award>("award", "The award").FailsWith(MutationErrors.OfChanges)
        .RunsUseCase<RecordOutsideAward>((record, call) => record.RunAsync(call.Caller, AwardOf(call), call.Terms, call.Cancellation));

    private static OutsideAward AwardOf(MutationCall call) => new(
        call.Record("schoolId", "School"), new(call.OptionalRecord("teacherId", "Teacher"), call.OptionalRecord("classId", "Class"), call.OptionalRecord("paperId", "Paper")),
        call.Choice<AwardKind>("kind"), call.Choice<AwardLevel>("level"), call.Choice<AwardGrade>("grade"), call.OptionalText("title"), call.Text("number"), call.Text("issuer"), call.Day("grantedOn")!.Value);
}
