using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class TrainingAttendanceType() : TableType<TrainingAttendance>(
    "TrainingAttendance", "A teacher at a training session (考勤). Rule T2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TrainingAttendance> row) =>
        row.OfTeacherAtSchool(a => a.DistrictId, a => a.SchoolId, a => a.TeacherId, a => a.Teacher);

    protected override void Configure(TableTypeDescriptor<TrainingAttendance> type)
    {
        type.Root.List("trainingAttendances", "The attendances that the viewer sees, newest first.")
            .Groups("Groups of the attendances that the viewer sees. Rule T2.")
            .ById("trainingAttendance", "An attendance by its id.");

        type.Field(a => a.Status, "Whether the teacher was there. Rule T2.").Filterable().Sortable().Groupable();
        type.Field(a => a.HeldOn, "The session's day.").Filterable().Sortable().GroupableByTime();
        type.Field(a => a.Hours, "The hours that it counts: the session's, where it was held and the teacher present. Rule T2.").Filterable().Sortable().Measurable();
        type.Field(a => a.Reflection, "The written reflection (心得) that a site visit needs to count. Rule T4.");
        type.Computed("owesPassingOn", "The teacher was at an external course that the school has not passed on yet (层层推进). Rule T4.",
            SqlTypes.Boolean, (attendance, _) => OwesPassingOn(attendance).Sql).Filterable();
        type.ToOne(a => a.Session, "The session.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.School, "The school for which the teacher attended.").Filterable().Sortable().Groupable();
        type.OrderedBy(a => a.HeldOn, descending: true);
    }

    private static Predicate OwesPassingOn(TableRow<TrainingAttendance> attendance) => Predicate.And(
        Predicate.Of($"{attendance[a => a.Status]} = 'present'"),
        attendance.Some<TrainingSession>(a => a.Session, course => Predicate.And(
            Predicate.Of($"{course[s => s.Kind]} = 'external_course'"),
            Held(course),
            Predicate.Not(course.Some<TrainingSession>(s => s.PassedOnBy, passing => Predicate.And(
                passing.Is(attendance, (s => s.SchoolId, a => a.SchoolId)), Held(passing)))))));

    private static Predicate Held(TableRow<TrainingSession> session) => Predicate.Of($"{session[s => s.State]} = 'held'");
}
