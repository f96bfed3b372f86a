using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>Objections, grants and revocations (rules W3, W4).</summary>
internal static class GrantMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        mutations.AddStep("raiseAwardObjection", AwardSteps.Object)
            .Takes("nominationId", Id, "The nomination.").Takes("content", Text, "What is objected.")
            .Takes("raisedBy", BuiltInScalars.String, "Who objects, where the office writes down somebody else's objection; left out: the caller.")
            .GivesRowOf<AwardObjection>("objection", "The objection, where the caller may see it")
            .RunsUseCase<Objections>((objections, call) => objections.RaiseAsync(
                call.Caller, call.Record("nominationId", "AwardNomination"), call.Text("content"), call.OptionalText("raisedBy"), call.Terms, call.Cancellation));
        mutations.AddStep("handleAwardObjection", AwardSteps.HandleObjection)
            .Takes("objectionId", Id, "The objection.").Takes("isUpheld", new NonNullType(BuiltInScalars.Boolean), "It holds (成立): there is no grant.").Takes("finding", Text, "What was found.")
            .GivesRowOf<AwardObjection>("objection", "The objection")
            .RunsUseCase<Objections>((objections, call) => objections.HandleAsync(
                call.Caller, call.Record("objectionId", "AwardObjection"), call.Flag("isUpheld")!.Value, call.Text("finding"), call.Terms, call.Cancellation));
        mutations.AddStep("grantAward", AwardSteps.Grant)
            .Takes("nominationId", Id, "The nomination.").Takes("grade", mutations.Schema.EnumTypeOf<AwardGrade>(), "The grade; left out: the one proposed, else none.")
            .Takes("title", BuiltInScalars.String, "What it is called; left out: its kind.").Takes("number", BuiltInScalars.String, "The certificate's number; left out: one is given.")
            .GivesRowOf<Award>("award", "The award")
            .RunsUseCase<GrantAward>((grant, call) => grant.RunAsync(
                call.Caller, call.Record("nominationId", "AwardNomination"), new(call.OptionalChoice<AwardGrade>("grade"), call.OptionalText("title"), call.OptionalText("number")), call.Terms, call.Cancellation));
        mutations.AddStep("rejectAwardNomination", AwardSteps.Reject)
            .Takes("nominationId", Id, "The nomination.").Takes("reason", Text, "Why.")
            .GivesRowOf<AwardNomination>("nomination", "The nomination")
            .RunsUseCase<GrantAward>((grant, call) => grant.RejectAsync(call.Caller, call.Record("nominationId", "AwardNomination"), call.Text("reason"), call.Terms, call.Cancellation));
        mutations.AddStep("revokeAward", AwardSteps.Revoke)
            .Takes("awardId", Id, "The award. One of another body is revoked by the office that records such (recordOutsideAward).").Takes("reason", Text, "Why.")
            .GivesRowOf<Award>("award", "The award, revoked")
            .RunsUseCase<GrantAward>((grant, call) => grant.RevokeAsync(call.Caller, call.Record("awardId", "Award"), call.Text("reason"), call.Terms, call.Cancellation));
    }
}
