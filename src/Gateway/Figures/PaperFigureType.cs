using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class PaperFigureType() : SemesterFigureType<PaperFigure>(
    "PaperFigure", "Papers for each homeroom teacher in a semester. Rules D7, R2.", "D7", Reach.Papers)
{
    protected override void SumsOfSemester(TableTypeDescriptor<PaperFigure> type)
    {
        type.Root.List("paperFigures", "Papers for each homeroom teacher, by school, grade and semester. Rule D7.");

        ForEach(type, "The papers for each homeroom teacher. Rule R2.", f => f.PaperCount, f => f.TeacherCount);
        type.Field(f => f.TeacherCount, "The homeroom teachers of the semester.").Filterable().Sortable();
        type.Field(f => f.PaperCount, "The papers dated in the semester that name them, summed over them.").Filterable().Sortable();
        type.Field(f => f.MetCount, "Those of them who wrote as many as the policy asks for. Rule R2.").Filterable().Sortable();
        type.Computed("metShare", "Their share of the homeroom teachers, in percent.", SqlTypes.Decimal,
            (figure, _) => SqlFragment.Of($"figures.share({figure[f => f.MetCount]}, {figure[f => f.TeacherCount]})"), isNullable: true).Filterable().Sortable();
        type.Field(f => f.OwedCount, "The papers that the policy r2_papers_a_semester asks of them together. Rule R2.").Filterable().Sortable();
    }
}
