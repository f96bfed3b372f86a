using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class ArchiveFigureType() : SemesterFigureType<ArchiveFigure>(
    "ArchiveFigure", "How complete the archives of homeroom teachers are in a semester. Rules D12, V1.", "D12", Reach.Homeroom)
{
    protected override void SumsOfSemester(TableTypeDescriptor<ArchiveFigure> type)
    {
        type.Root.List("archiveFigures", "Archive completeness, by school, grade and semester. Rule D12.");

        Share(type, "The parts that are there, of those looked for, in percent. Rule V1.", f => f.PresentCount, f => f.ExpectedCount);
        type.Field(f => f.TeacherCount, "The homeroom teachers of the semester.").Filterable().Sortable();
        type.Field(f => f.CompleteCount, "Those of them who have every part.").Filterable().Sortable();
        type.Field(f => f.PlanCount, "Those who have a plan (学期计划). Rule V1.").Filterable().Sortable();
        type.Field(f => f.SummaryCount, "Those who have a summary (学期总结). Rule V1.").Filterable().Sortable();
        type.Field(f => f.StudyCount, "Those who have a study note (理论学习). Rule T3.").Filterable().Sortable();
        type.Field(f => f.PaperCount, "Those who have a paper. Rule R2.").Filterable().Sortable();
        type.Field(f => f.TrainingCount, "Those who attended a training. Rule T2.").Filterable().Sortable();
        type.Field(f => f.AssessmentCount, "Those who have a final assessment. Rule E4.").Filterable().Sortable();
        type.Field(f => f.ResultCount, "Those whose class has a published check result. Rule E3.").Filterable().Sortable();
    }
}
