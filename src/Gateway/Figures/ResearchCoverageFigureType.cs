using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class ResearchCoverageFigureType() : DayFigureType<ResearchCoverageFigure>(
    "ResearchCoverageFigure", "Which teachers and subjects take part in research on a day. Rules D5, P13.", "D5", Reach.Research)
{
    protected override void Sums(TableTypeDescriptor<ResearchCoverageFigure> type)
    {
        type.Root.List("researchCoverageFigures", "Subject and teacher coverage of research on a day, by school. Rule D5.");

        Share(type, "The teachers who take part in a running project, of those employed, in percent. Rule P13.", f => f.ParticipantCount, f => f.TeacherCount);
        type.Field(f => f.TeacherCount, "The teachers employed: the primary employment. Rule O5.").Filterable().Sortable();
        type.Field(f => f.ParticipantCount, "Those of them who take part in a running project of their school.").Filterable().Sortable();
        type.Computed("subjectShare", "The subjects with a running project, of those with a research group, in percent. Rule P13.", SqlTypes.Decimal,
            (figure, _) => SqlFragment.Of($"figures.share({figure[f => f.CoveredSubjectCount]}, {figure[f => f.SubjectCount]})"), isNullable: true)
            .Filterable().Sortable();
        type.Field(f => f.SubjectCount, "The subjects that schools have a research group for. Rule O1.").Filterable().Sortable();
        type.Field(f => f.CoveredSubjectCount, "Those of them with a running project of the school.").Filterable().Sortable();
    }
}
