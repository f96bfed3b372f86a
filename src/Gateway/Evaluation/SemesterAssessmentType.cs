using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class SemesterAssessmentType() : TableType<SemesterAssessment>(
    "SemesterAssessment", "A homeroom teacher's assessment of a semester (学期考核). Rule E4.")
{
    /// <summary>Beyond the area's readers: the teacher and the head of the class's grade, once it is proposed.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<SemesterAssessment> row) => row.OfSchool(
        Reach.Homeroom, a => a.DistrictId, a => a.SchoolId,
        AllOf(
            row.IsNot(a => a.State, AssessmentState.Draft),
            AnyOf(row.In(Reach.Self, a => a.TeacherId), row.Some<SchoolClass>(a => a.Class, c => c.OfGrade()))));

    protected override void Configure(TableTypeDescriptor<SemesterAssessment> type)
    {
        type.Root.List("semesterAssessments", "The assessments that the viewer sees, newest semester first.")
            .Groups("Groups of the assessments that the viewer sees. Rule E4.")
            .Changes("semesterAssessmentChanged", "Tells of semester assessments that the viewer sees when they change. Rule V4.")
            .ById("semesterAssessment", "An assessment by its id.");

        type.Field(a => a.TeacherName, "The teacher's name as it was written.").Filterable().Sortable();
        type.Field(a => a.State, "Where it stands. Rule E4.").Filterable().Sortable().Groupable();
        type.Field(a => a.Process, "Points of the process part (过程考核). Rule E4.").Filterable().Sortable().Measurable();
        type.Field(a => a.Effect, "Points of the effect part (效果考核). Rule E4.").Filterable().Sortable().Measurable();
        type.Field(a => a.Performance, "Points of the performance part (绩效奖励). Rule E4.").Filterable().Sortable().Measurable();
        type.Field(a => a.Total, "The sum of the three parts. Rule E4.").Filterable().Sortable().Measurable();
        type.Field(a => a.Grade, "The grade. Rule E4.").Filterable().Sortable().Groupable();
        type.Field(a => a.Remark, "What was remarked.").Filterable();
        type.Field(a => a.DecidedBy, "Who decided it.").Filterable();
        type.Field(a => a.DecidedAt, "When it was decided.").Filterable().Sortable();
        type.ToOne(a => a.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Class, "The class that the teacher headed.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Semester, "The semester.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Scheme, "The scheme whose formula it follows. Rule E4.").Filterable().Sortable();
        type.ToMany(a => a.Inputs, "Everything that it came from. Rule E4.").Filterable().Sortable();
        type.OrderedBy(a => a.SemesterId, descending: true);
    }
}
