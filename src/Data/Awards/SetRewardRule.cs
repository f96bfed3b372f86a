using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>What an award is to be worth from a day on; the school is null for the district's rule.</summary>
public sealed record NewRewardRule(
    int DistrictId, long? SchoolId, AwardKind Kind, AwardLevel Level, AwardGrade Grade, decimal Points, DateOnly? StartsOn, string? Note);

/// <summary>Edits the reward rules (奖励条例) as dated data (rule W4): a change begins on a day, and what was granted before keeps its rule.</summary>
public sealed class SetRewardRule(AwardWrites writes)
{
    private const int LongestNote = 500;
    private const decimal MostPoints = 1000;

    /// <summary>Lets a rule begin; the one before it ends on that day. One that begins on the same day is replaced where it gave no points yet.</summary>
    public Task<AwardWritten> RunAsync(Caller caller, NewRewardRule rule, WriteTerms terms, CancellationToken cancellation)
    {
        if (rule.Points <= 0 || rule.Points > MostPoints || decimal.Round(rule.Points, 2) != rule.Points)
            throw new RefusedException(Refusal.InvalidInput($"Points are above 0 and up to {MostPoints}, with two decimals. 积分须大于0且不超过{MostPoints}，至多两位小数。", "points"));
        return writes.RunAsync(caller, terms, async transaction =>
        {
            RequireMay(caller, rule.DistrictId, rule.SchoolId);
            var (context, startsOn) = (transaction.Context, rule.StartsOn ?? writes.Today);
            var others = await context.RewardRules.Where(r => r.DistrictId == rule.DistrictId && r.SchoolId == rule.SchoolId
                && r.Kind == rule.Kind && r.Level == rule.Level && r.Grade == rule.Grade).OrderBy(r => r.StartsOn).ToListAsync(cancellation);
            var same = others.Find(r => r.StartsOn == startsOn);
            if (same is not null)
            {
                (same.Points, same.Note) = (rule.Points, InputText.Optional(rule.Note, "note", LongestNote));
                await context.SaveChangesAsync(cancellation);
                return new AwardWritten(rule.DistrictId, RoundId: null, same.RewardRuleId);
            }
            if (others.FindLast(r => r.StartsOn < startsOn) is { } before && (before.EndsOn is null || startsOn < before.EndsOn))
                before.EndsOn = startsOn;
            await context.SaveChangesAsync(cancellation);
            var added = new RewardRule
            {
                DistrictId = rule.DistrictId,
                SchoolId = rule.SchoolId,
                Kind = rule.Kind,
                Level = rule.Level,
                Grade = rule.Grade,
                Points = rule.Points,
                StartsOn = startsOn,
                EndsOn = others.Find(r => r.StartsOn > startsOn)?.StartsOn,
                Note = InputText.Optional(rule.Note, "note", LongestNote),
            };
            context.Add(added);
            await context.SaveChangesAsync(cancellation);
            return new AwardWritten(rule.DistrictId, RoundId: null, added.RewardRuleId);
        }, cancellation);
    }

    /// <summary>Ends a rule: from that day on the award gives no points, or a school's the district's.</summary>
    public Task<AwardWritten> EndAsync(Caller caller, RecordKey rule, DateOnly endsOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, async transaction =>
        {
            var row = await transaction.Context.RewardRules.SingleOrDefaultAsync(r => r.DistrictId == rule.DistrictId && r.RewardRuleId == rule.Id, cancellation);
            if (row is null || !(row.SchoolId is { } school ? caller.HasAnyAtSchool(row.DistrictId, school) : caller.HasAnyInDistrict(row.DistrictId)))
                throw new RefusedException(Refusal.NotFound("There is no such reward rule. 没有该奖励规则。", "ruleId"));
            RequireMay(caller, row.DistrictId, row.SchoolId);
            row.EndsOn = endsOn;
            await transaction.Context.SaveChangesAsync(cancellation);
            return new AwardWritten(row.DistrictId, RoundId: null, row.RewardRuleId);
        }, cancellation);

    private static void RequireMay(Caller caller, int districtId, long? schoolId)
    {
        if (!(schoolId is { } school ? caller.HasAtSchool(districtId, school, AccessRole.Principal, AccessRole.MoralEducationOffice) : caller.HasInDistrict(districtId, AccessRole.DistrictMoralEducationOfficer)))
            throw new RefusedException(Refusal.NotAllowed("Reward rules are set by the school's principal or moral-education office, or the district's officer. 奖励条例由学校校长、政教处或区县德育主管设定。") with { Rule = "W4" });
    }
}
