using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Training;

internal sealed class MeetingType() : TableType<Meeting>("Meeting", "A homeroom meeting (例会) or a class meeting (班会). Rule T6.")
{
    /// <summary>A grade head sees the grade's class meetings, a teacher those of the own class and the meetings to which called.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<Meeting> row) => row.OfSchool(
        Reach.Homeroom, m => m.DistrictId, m => m.SchoolId,
        row.Some<SchoolClass>(m => m.Class, c => AnyOf(c.OfGrade(), c.OwnClass())),
        row.Some<MeetingAttendance>(m => m.Attendances, a => a.In(Reach.Self, x => x.TeacherId)));

    protected override void Configure(TableTypeDescriptor<Meeting> type)
    {
        type.Root.List("meetings", "The meetings that the viewer sees, newest first.")
            .Groups("Groups of the meetings that the viewer sees. Rule T6.")
            .ById("meeting", "A meeting by its id.");

        type.Field(m => m.Kind, "The kind. Rule T6.").Filterable().Sortable().Groupable();
        type.Field(m => m.Topic, "The topic.").Filterable().Sortable();
        type.Field(m => m.HeldOn, "The day.").Filterable().Sortable().GroupableByTime();
        type.Field(m => m.Host, "Who holds it, as written.").Filterable();
        type.Field(m => m.Agenda, "The agenda. Rule T6.");
        type.Field(m => m.Minutes, "The minutes. Rule T6.");
        type.Field(m => m.State, "Whether it was held.").Filterable().Sortable().Groupable();
        type.Field(m => m.PupilsPresent, "The number of pupils at a class meeting. Rule T6.").Filterable().Measurable();
        type.ToOne(m => m.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(m => m.Class, "The class of a class meeting.").Filterable().Sortable().Groupable();
        type.ToMany(m => m.Attendances, "Which teachers attended, or didn't. Rule T6.").Filterable().Sortable();
        type.Count<MeetingAttendance>("presentCount", "The number of teachers present. Rule T6.", m => m.Attendances,
            (a, _) => Predicate.Of($"{a[x => x.Status]} = 'present'")).Filterable().Sortable().Measurable();
        type.OrderedBy(m => m.HeldOn, descending: true);
    }
}

internal sealed class MeetingAttendanceType() : TableType<MeetingAttendance>("MeetingAttendance", "A teacher at a meeting. Rule T6.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<MeetingAttendance> row) =>
        row.OfTeacherAtSchool(a => a.DistrictId, a => a.SchoolId, a => a.TeacherId, a => a.Teacher);

    protected override void Configure(TableTypeDescriptor<MeetingAttendance> type)
    {
        type.Root.List("meetingAttendances", "The attendances of meetings that the viewer sees.")
            .Groups("Groups of the attendances of meetings that the viewer sees. Rule T6.")
            .ById("meetingAttendance", "An attendance of a meeting by its id.");

        type.Field(a => a.Status, "Whether the teacher was there. Rule T6.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Meeting, "The meeting.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.OrderedBy(a => a.MeetingId, descending: true);
    }
}
