using HomeroomGraph.Data.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class StudyNoteType() : TableType<StudyNote>("StudyNote", "A teacher's study notes (学习笔记) on a module. Rule T3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<StudyNote> row) =>
        row.OfTeacherAtSchool(n => n.DistrictId, n => n.SchoolId, n => n.TeacherId, n => n.Teacher);

    protected override void Configure(TableTypeDescriptor<StudyNote> type)
    {
        type.Root.List("studyNotes", "The study notes that the viewer sees, newest first.")
            .ById("studyNote", "Study notes by their id.");

        type.Field(n => n.Title, "The title.").Filterable().Sortable();
        type.Field(n => n.Content, "The notes.");
        type.Field(n => n.WrittenOn, "The day they were written.").Filterable().Sortable();
        type.ToOne(n => n.Module, "The module.").Filterable().Sortable();
        type.ToOne(n => n.Programme, "The module's programme.").Filterable().Sortable();
        type.ToOne(n => n.Teacher, "Who wrote them.").Filterable().Sortable();
        type.ToOne(n => n.School, "The school for which the teacher takes part.").Filterable().Sortable();
        type.OrderedBy(n => n.WrittenOn, descending: true);
    }
}
