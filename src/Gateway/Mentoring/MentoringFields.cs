using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mentoring;

/// <summary>Mentorship as it is asked of a teacher and of a school. What is worked out from records is null for a viewer who does not
/// read the teacher's homeroom records: a gap that is none would be a wrong answer.</summary>
internal static class MentoringFields
{
    private const string Day = "The day; today where it is left out, and in filters and orders.";

    public static void OfTeacher(TableTypeDescriptor<Teacher> type)
    {
        type.ToMany(t => t.MentorshipsAsMentor, "The pairs in which the teacher is the mentor. Rule M2.").Filterable().Sortable();
        type.ToMany(t => t.MentorshipsAsMentee, "The pairs in which the teacher is the mentee. Rule M1.").Filterable().Sortable();
        type.Computed("needsMentor", "The teacher heads a class on a day, has less homeroom service than the policy asks for, and no mentor. Rule M1. "
                    + "Null where the viewer does not read the teacher's homeroom records.",
                SqlTypes.Boolean, (teacher, arguments) => NeedsMentor(teacher, arguments.DateOrToday("on")).Sql).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable();
        type.Computed("withoutMentorSince", "Since when a teacher who needs a mentor has none: the later of the day since which the teacher "
                    + "heads a class and the end of the last pair. Rule M1.",
                SqlTypes.Date, (teacher, arguments) => Since(teacher, arguments.DateOrToday("on")), isNullable: true).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
    }

    public static void OfSchool(TableTypeDescriptor<School> type) =>
        type.ToMany(s => s.Mentorships, "The pairs whose mentee is of the school. Rule M1.").Filterable().Sortable();

    private static Predicate NeedsMentor(TableRow<Teacher> teacher, SqlFragment day) => Predicate.And(
        teacher.Some<Appointment>(t => t.Appointments, appointment => Predicate.And(
            ClassType.Heads(appointment, day),
            // In whole months; the policy of the school whose class it is.
            Predicate.Of($"""
                {TeacherType.ServiceMonths(teacher, day)}
                < homeroom.months_with_mentor({appointment[a => a.DistrictId]}, {appointment[a => a.SchoolId]}, {day})
                """))),
        Predicate.Not(teacher.Some<Mentorship>(t => t.MentorshipsAsMentee, pair => MentorshipType.Runs(pair, day))));

    private static SqlFragment Since(TableRow<Teacher> teacher, SqlFragment day)
    {
        var service = SqlFragment.Of($"(select lower(term) from unnest({teacher[t => t.HomeroomService]}) term where term @> {day})");
        var lastEnd = teacher.Max<Mentorship>(t => t.MentorshipsAsMentee, m => m.EndedOn, pair => Predicate.Of($"{pair[m => m.EndedOn]} <= {day}"));
        return SqlFragment.Of($"(case when {NeedsMentor(teacher, day).Sql} then greatest({service}, {lastEnd}) end)");
    }
}
