using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class HabitFigureType() : GradeFigureType<HabitFigure>(
    "HabitFigure", "What the daily checks of a week found in one aspect, such as a group of habits. Rules D9, E2.", "D9", Reach.Homeroom)
{
    protected override void Sums(TableTypeDescriptor<HabitFigure> type)
    {
        type.Root.List("habitFigures", "Habit trends: what is kept week by week, by school, grade and aspect. Rule D9.");

        type.Field(f => f.Week, "The period: the number of the week in the semester. Rule O4.").Filterable().Sortable();
        type.Field(f => f.WeekStartsOn, "The first day of the week.").Filterable().Sortable();
        type.Field(f => f.WeekEndsOn, "The day after its last.").Filterable().Sortable();
        type.Field(f => f.Aspect, "What the items are about. Rule E2.").Filterable().Sortable();
        Share(type, "What was kept of the full marks of the aspect's items, in percent.", f => f.Kept, f => f.FullMarks);
        type.Field(f => f.Lost, "The points lost.").Filterable().Sortable();
        type.Field(f => f.SheetCount, "The number of check sheets, void ones left out. Rule E2.").Filterable().Sortable();
        type.DistinctBy(f => f.WeekStartsOn);
        type.DistinctBy(f => f.Aspect);
    }
}
