using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class AwardFigureType() : FigureType<AwardFigure>(
    "AwardFigure", "Awards of a kind, level and grade that were granted in a school year. Rules D8, W1.", "D8", Reach.Awards)
{
    protected override void Figures(TableTypeDescriptor<AwardFigure> type)
    {
        type.Root.List("awardFigures", "Awards by kind, level and grade, by school and school year. Rule D8.");

        type.ToOne(f => f.SchoolYear, "The period: the school year of the grant; null where the district has none for the day.").Filterable().Sortable();
        type.Field(f => f.StartingYear, $"{StartingYear} Null where the district has none for the day.").Filterable().Sortable();
        type.Field(f => f.Kind, "What is awarded; null for all awards together. Rule W1.").Filterable().Sortable();
        type.Field(f => f.Level, "Who awards; null for all awards together. Rule W1.").Filterable().Sortable();
        type.Field(f => f.Grade, "The grade; null for all awards together. Rule W1.").Filterable().Sortable();
        type.Field(f => f.AwardCount, "The number of awards, revoked ones left out.").Filterable().Sortable();
        type.Field(f => f.FirstSemesterCount, "Of those: granted in the first semester.").Filterable().Sortable();
        type.Field(f => f.SecondSemesterCount, "Of those: granted in the second semester.").Filterable().Sortable();
        type.Field(f => f.GrantedCount, "Of those: granted here after a selection. Rule W3.").Filterable().Sortable();
        type.Field(f => f.OutsideCount, "Of those: recorded from another body's certificate.").Filterable().Sortable();
        type.Field(f => f.RevokedCount, "The number of awards granted in the year and revoked since. Rule W3.").Filterable().Sortable();
        type.DistinctBy(f => f.SchoolYearId);
        type.DistinctBy(f => f.Kind);
        type.DistinctBy(f => f.Level);
        type.DistinctBy(f => f.Grade);
    }
}
