using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Awards.Mutations.AwardDeclarations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>The reward rules (奖励条例) as dated data (rule W4).</summary>
internal static class RewardRuleMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        mutations.Add("setRewardRule", "Lets a reward rule begin on a day (设定奖励规则); the one before it ends then, and awards granted before keep theirs. Who: the school's principal or moral-education office, or the district's moral-education officer. Rule W4.")
            .Takes("schoolId", BuiltInScalars.Id, "The school it holds for; give this or the district.").Takes("districtId", BuiltInScalars.Id, "The district whose schools have it, where they have none of their own.")
            .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<AwardKind>()), "What is awarded.").Takes("level", new NonNullType(mutations.Schema.EnumTypeOf<AwardLevel>()), "Who awards.")
            .Takes("grade", new NonNullType(mutations.Schema.EnumTypeOf<AwardGrade>()), "The grade.").Takes("points", new NonNullType(DecimalScalar.Instance), "The points, above 0, with two decimals.")
            .Takes("startsOn", DateScalar.Instance, "The first day; today where it is left out.").Takes("note", BuiltInScalars.String, "A remark.")
            .TakesIdempotencyKey().GivesRowOf<RewardRule>("rewardRule", "The rule").FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<SetRewardRule>((rule, call) => rule.RunAsync(call.Caller, RuleOf(call), call.Terms, call.Cancellation));
        mutations.Add("endRewardRule", "Ends a reward rule (终止奖励规则): not before the last award that it gave points for. Who: as for setRewardRule. Rule W4.")
            .Takes("ruleId", Id, "The rule.").Takes("endsOn", new NonNullType(DateScalar.Instance), "The first day on which it no longer holds.")
            .TakesIdempotencyKey().GivesRowOf<RewardRule>("rewardRule", "The rule").FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<SetRewardRule>((rule, call) => rule.EndAsync(call.Caller, call.Record("ruleId", "RewardRule"), call.Day("endsOn")!.Value, call.Terms, call.Cancellation));
    }

    private static NewRewardRule RuleOf(MutationCall call)
    {
        var school = call.OptionalRecord("schoolId", "School");
        var district = call.OptionalKey("districtId", "District")?.DistrictId;
        if (school is null == district is null)
            throw new RefusedException(Refusal.InvalidInput("Name the school or the district that the rule is of. 请指定学校或区县，二者选一。", "schoolId"));
        return new(
            school?.DistrictId ?? district!.Value, school?.Id, call.Choice<AwardKind>("kind"), call.Choice<AwardLevel>("level"), call.Choice<AwardGrade>("grade"),
            call.Decimal("points"), call.Day("startsOn"), call.OptionalText("note"));
    }
}
