using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Appointments;

/// <summary>Appointments and what goes before them, as they are asked of a teacher and of a school.</summary>
internal static class AppointmentFields
{
    public static void OfTeacher(TableTypeDescriptor<Teacher> type)
    {
        type.Computed("isHomeroomTeacher", "The teacher heads a class on a day, as homeroom teacher or acting. Rules A1, T7.",
                SqlTypes.Boolean, (teacher, arguments) => SqlFragment.Of($"({teacher[t => t.HomeroomService]} @> {arguments.DateOrToday("on")})"))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable();
        type.ToMany(t => t.Screenings, "The screenings as a candidate. Rule A2.").Filterable().Sortable();
        type.ToMany(t => t.ImprovementNotices, "The improvement notices. Rule A5.").Filterable().Sortable();
    }

    public static void OfSchool(TableTypeDescriptor<School> type) =>
        type.ToMany(s => s.Screenings, "The screenings of candidates. Rule A2.").Filterable().Sortable();
}
