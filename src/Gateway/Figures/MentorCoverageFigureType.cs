using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class MentorCoverageFigureType() : DayFigureType<MentorCoverageFigure>(
    "MentorCoverageFigure", "Who of the homeroom teachers that need a mentor has one on a day. Rules D1, M1.", "D1", Reach.Homeroom)
{
    protected override void Sums(TableTypeDescriptor<MentorCoverageFigure> type)
    {
        type.Root.List("mentorCoverageFigures", "Mentor coverage on a day, by school and grade. Rule D1.");

        type.Computed("grade", "The grade; null for all grades together.", SqlTypes.Integer,
            (figure, _) => SqlFragment.Of($"nullif({figure[f => f.Grade]}, 0)"), isNullable: true).Filterable().Sortable();
        type.Field(f => f.GradeBand, "The band of the grade; null for all grades together.").Filterable();
        Share(type, "Those who have a mentor, of those who need one, in percent. Rule M1.", f => f.CoveredCount, f => f.NeedCount);
        type.Field(f => f.NeedCount, "Homeroom teachers with less service than the policy asks for.").Filterable().Sortable();
        type.Field(f => f.CoveredCount, "Those of them who have a mentor.").Filterable().Sortable();
        type.Computed("gapCount", "Those of them who have none.", SqlTypes.Integer,
            (figure, _) => SqlFragment.Of($"({figure[f => f.NeedCount]} - {figure[f => f.CoveredCount]})")).Filterable().Sortable();
        type.Computed("serviceYearsWithMentor", "The policy m1_service_years_with_mentor in force on the day: the school's, or the district's.", SqlTypes.Decimal,
            (figure, _) => SqlFragment.Of(
                $"homeroom.policy_figure({figure[f => f.DistrictId]}, nullif({figure[f => f.SchoolId]}, 0), 'm1_service_years_with_mentor', {figure[f => f.Day]})"));
        type.DistinctBy(f => f.Grade);
    }
}
