using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchTargetType() : TableType<ResearchTarget>("ResearchTarget", "How many projects of a level a school is to have in a year (立项指标). Rule P12.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchTarget> row) => row.OfSchool(Reach.Research, t => t.DistrictId, t => t.SchoolId);

    protected override void Configure(TableTypeDescriptor<ResearchTarget> type)
    {
        type.Root.List("researchTargets", "The targets of the schools that the viewer reads. Rule P12.")
            .Groups("Groups of the targets that the viewer reads. Rule P12.");

        type.Field(t => t.Level, "The level. Rule P1.").Filterable().Sortable().Groupable();
        type.Field(t => t.Minimum, "At least so many.").Filterable().Sortable().Measurable();
        type.Field(t => t.Maximum, "At most so many; null for no limit.").Filterable().Measurable();
        type.Computed("projectCount", "How many projects of the level were running in the year: approved before its end, and not ended before its start. Rule P12.",
            SqlTypes.Integer, (target, _) => ProjectCount(target)).Filterable().Sortable();
        type.Computed("isMet", "At least the minimum is running. Rule P12.", SqlTypes.Boolean,
            (target, _) => SqlFragment.Of($"({ProjectCount(target)} >= {target[t => t.Minimum]})")).Filterable();
        type.ToOne(t => t.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.SchoolYear, "The school year.").Filterable().Sortable().Groupable();
        type.OrderedBy(t => t.SchoolYearId, descending: true);
        type.OrderedBy(t => t.Level);
    }

    /// <summary>One definition, the database's.</summary>
    private static SqlFragment ProjectCount(TableRow<ResearchTarget> target) => SqlFragment.Of(
        $"homeroom.running_project_count({target[t => t.DistrictId]}, {target[t => t.SchoolId]}, {target[t => t.Level]}, {target[t => t.SchoolYearId]})");
}
