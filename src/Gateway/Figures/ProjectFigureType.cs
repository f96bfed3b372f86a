using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class ProjectFigureType() : FigureType<ProjectFigure>(
    "ProjectFigure", "Research projects of a level in a school year, by state, against the target. Rules D4, P12.", "D4", Reach.Research)
{
    protected override void Figures(TableTypeDescriptor<ProjectFigure> type)
    {
        type.Root.List("projectFigures", "Projects by level and state against target, by school and school year. Rule D4.");

        type.ToOne(f => f.SchoolYear, "The period: a school year.").Filterable().Sortable();
        type.Field(f => f.StartingYear, StartingYear).Filterable().Sortable();
        type.Field(f => f.Level, "The level; null for all levels together. Rule P1.").Filterable().Sortable();
        Share(type, "The projects running in the year, of the target's minimum, in percent; null without a target. Rule P12.",
            f => f.RunningInYearCount, f => f.TargetMinimum);
        type.Computed("isMet", "At least the minimum is running; for a district: of its schools together. Null without a target. Rule P12.", SqlTypes.Boolean,
            (figure, _) => SqlFragment.Of($"({figure[f => f.RunningInYearCount]} >= {figure[f => f.TargetMinimum]})"), isNullable: true).Filterable();
        type.Field(f => f.RunningInYearCount, "Approved before the year's end, and not ended before its start. Rule P12.").Filterable().Sortable();
        type.Field(f => f.TargetMinimum, "At least so many: the targets of the schools together. Rule P12.").Filterable().Sortable();
        type.Field(f => f.TargetMaximum, "At most so many; null where a school has no maximum. Rule P12.").Filterable();
        type.Field(f => f.TargetCount, "The number of schools that have a target.").Filterable().Sortable();
        type.Field(f => f.ProjectCount, "All projects alive in the year, without drafts.").Filterable().Sortable();
        type.Field(f => f.SubmittedCount, "Of those: submitted today. Rule P4.").Filterable().Sortable();
        type.Field(f => f.InReviewCount, "Of those: in preliminary review today. Rule P5.").Filterable().Sortable();
        type.Field(f => f.RevisionRequestedCount, "Of those: a revision is asked for today. Rule P6.").Filterable().Sortable();
        type.Field(f => f.RecommendedCount, "Of those: recommended to the superior body today. Rule P7.").Filterable().Sortable();
        type.Field(f => f.ApprovedCount, "Of those: approved today, before the opening report. Rule P7.").Filterable().Sortable();
        type.Field(f => f.RunningCount, "Of those: running today, since the opening report. Rule P11.").Filterable().Sortable();
        type.Field(f => f.ClosedCount, "Of those: closed today. Rule P11.").Filterable().Sortable();
        type.Field(f => f.RefusedCount, "Of those: refused by the superior body. Rule P7.").Filterable().Sortable();
        type.Field(f => f.RejectedCount, "Of those: rejected in the preliminary review. Rule P6.").Filterable().Sortable();
        type.Field(f => f.WithdrawnCount, "Of those: withdrawn by the leader.").Filterable().Sortable();
        type.Field(f => f.TerminatedCount, "Of those: terminated. Rule P11.").Filterable().Sortable();
        type.DistinctBy(f => f.SchoolYearId);
        type.DistinctBy(f => f.Level);
    }
}
