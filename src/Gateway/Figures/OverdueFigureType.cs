using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class OverdueFigureType() : DayFigureType<OverdueFigure>(
    "OverdueFigure", "Which of the approved and running projects are overdue on a day. Rules D6, P10.", "D6", Reach.Research)
{
    protected override void Sums(TableTypeDescriptor<OverdueFigure> type)
    {
        type.Root.List("overdueFigures", "The overdue share of projects on a day, by school and level. Rule D6.");

        type.Field(f => f.Level, "The level; null for all levels together. Rule P1.").Filterable().Sortable();
        Share(type, "The overdue projects, of those approved and running, in percent. Rule P10.", f => f.OverdueCount, f => f.ProjectCount);
        type.Field(f => f.OverdueCount, "The projects beyond their due date without a granted extension.").Filterable().Sortable();
        type.Field(f => f.ProjectCount, "The projects that are approved or running today.").Filterable().Sortable();
        type.DistinctBy(f => f.Level);
    }
}
