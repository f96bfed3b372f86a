using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Archive;

internal sealed class SemesterReportType() : TableType<SemesterReport>("SemesterReport", "A teacher's plan (学期计划) for a semester, or the summary (学期总结) of it: a text, a document, or both. Rule V1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<SemesterReport> row) =>
        row.OfTeacherAtSchool(r => r.DistrictId, r => r.SchoolId, r => r.TeacherId, r => r.Teacher);

    protected override void Configure(TableTypeDescriptor<SemesterReport> type)
    {
        type.Root.List("semesterReports", "The plans and summaries of semesters that the viewer sees, newest first. Rule V1.")
            .ById("semesterReport", "Plans and summaries by their id.");

        type.Field(r => r.Kind, "Plan or summary.").Filterable().Sortable();
        type.Field(r => r.Content, "The text.");
        type.ToOne(r => r.Document, "The file. Rule V2.").Filterable();
        type.Field(r => r.WrittenOn, "The day it was last written.").Filterable().Sortable();
        type.Field(r => r.Version, "Goes up by one with each change: expectedVersion of the next.");
        type.ToOne(r => r.Semester, "The semester.").Filterable().Sortable();
        type.ToOne(r => r.Teacher, "Whose it is.").Filterable().Sortable();
        type.ToOne(r => r.School, "The school for which the teacher worked.").Filterable().Sortable();
        type.OrderedBy(r => r.WrittenOn, descending: true);
    }
}
