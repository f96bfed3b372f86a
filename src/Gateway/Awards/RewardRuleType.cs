using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class RewardRuleType() : TableType<RewardRule>(
    "RewardRule", "The points that an award of a kind, level and grade gives, by the reward rules (奖励条例) of a school or district. Rule W4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<RewardRule> row) => row.OfSchoolOrDistrict(
        Reach.Awards, r => r.DistrictId, r => r.SchoolId, row.In(Reach.SeenSchools, r => r.SchoolId));

    protected override void Configure(TableTypeDescriptor<RewardRule> type)
    {
        type.Root.List("rewardRules", "The reward rules that the viewer sees, past ones among them.")
            .ById("rewardRule", "A reward rule by its id.");

        type.Field(r => r.Kind, "What is awarded.").Filterable().Sortable();
        type.Field(r => r.Level, "Who awards.").Filterable().Sortable();
        type.Field(r => r.Grade, "The grade.").Filterable().Sortable();
        type.Field(r => r.Points, "The points it gives.").Filterable().Sortable();
        type.Field(r => r.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(r => r.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.Field(r => r.Note, "A remark.");
        type.Computed("isInForce", "It holds on a day.", SqlTypes.Boolean,
                (rule, arguments) => rule.Contains(r => r.StartsOn, r => r.EndsOn, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable();
        type.ToOne(r => r.District, "The district.").Filterable().Sortable();
        type.ToOne(r => r.School, "The school it holds for; null for the district's schools without a rule of their own.").Filterable().Sortable();
        type.OrderedBy(r => r.Kind);
        type.OrderedBy(r => r.Level);
        type.OrderedBy(r => r.Grade);
        type.OrderedBy(r => r.StartsOn);
    }
}

internal sealed class RewardPointType() : TableType<RewardPoint>(
    "RewardPointEntry", "An entry of the ledger of points (奖励积分): only added; what was wrong is corrected by a counter-entry. Rule W4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<RewardPoint> row) =>
        row.OfSchool(Reach.Awards, p => p.DistrictId, p => p.SchoolId, row.In(Reach.Self, p => p.TeacherId));

    protected override void Configure(TableTypeDescriptor<RewardPoint> type)
    {
        type.Root.List("rewardPointEntries", "The entries that the viewer sees, newest first.")
            .Groups("Groups of the entries that the viewer sees. Rule W4.")
            .ById("rewardPointEntry", "An entry by its id.");

        type.Field(p => p.Points, "The points; a counter-entry takes some away.").Filterable().Sortable().Measurable();
        type.Field(p => p.EnteredOn, "The day of the entry.").Filterable().Sortable().GroupableByTime();
        type.Field(p => p.Reason, "What for.");
        type.ToOne(p => p.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.School, "The school whose rules give the points.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Award, "The award they are for.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Rule, "The rule that gives an award's points.").Filterable();
        type.ToOne(p => p.Corrects, "The entry that this one corrects.").Filterable();
        type.ToMany(p => p.Corrections, "The entries that correct this one.").Filterable().Sortable();
        type.OrderedBy(p => p.EnteredOn, descending: true);
    }
}
