using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Mentoring;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

/// <summary>What a teacher was on a day: of each the one that held then. The lists of all of them stand beside.</summary>
internal static class TeacherOnADay
{
    private const string Day = "The day; today where it is left out, and in filters and orders.";

    public static void Declare(TableTypeDescriptor<Teacher> type)
    {
        type.ToOne<TeacherTitle>("title", "The professional title (职称) held on a day. Rule O5.", (teacher, title, arguments) => Predicate.And(
                title.Is(teacher, (x => x.DistrictId, t => t.DistrictId), (x => x.TeacherId, t => t.TeacherId)),
                title.Contains(x => x.StartsOn, x => x.EndsOn, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
        type.ToOne<Appointment>("homeroomAppointment", "The appointment by which the teacher heads a class on a day, as homeroom teacher or acting. Rule A1.",
                (teacher, appointment, arguments) => Predicate.And(
                    appointment.Is(teacher, (a => a.DistrictId, t => t.DistrictId), (a => a.TeacherId, t => t.TeacherId)),
                    ClassType.Heads(appointment, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
        type.ToOne<Mentorship>("mentorship", "The pair in which the teacher is the mentee on a day; its mentor is the teacher's then. Rules M1, M2.",
                (teacher, pair, arguments) => Predicate.And(
                    pair.Is(teacher, (m => m.DistrictId, t => t.DistrictId), (m => m.MenteeId, t => t.TeacherId)),
                    MentorshipType.Runs(pair, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
    }
}
