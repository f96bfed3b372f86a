using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class CheckFigureType() : GradeFigureType<CheckFigure>(
    "CheckFigure", "The daily checks of a week: what was kept of full marks. Rules D9, E3.", "D9", Reach.Homeroom)
{
    protected override void Sums(TableTypeDescriptor<CheckFigure> type)
    {
        type.Root.List("checkFigures", "Weekly check averages, by school, grade and week of the semester. Rule D9.");

        type.Field(f => f.Week, "The period: the number of the week in the semester. Rule O4.").Filterable().Sortable();
        type.Field(f => f.WeekStartsOn, "The first day of the week.").Filterable().Sortable();
        type.Field(f => f.WeekEndsOn, "The day after its last.").Filterable().Sortable();
        Share(type, "What was kept of the full marks, in percent (得分率). Rule E3.", f => f.Total, f => f.FullMarks);
        type.Field(f => f.SheetCount, "The number of check sheets, void ones left out. Rule E2.").Filterable().Sortable();
        type.DistinctBy(f => f.WeekStartsOn);
    }
}
