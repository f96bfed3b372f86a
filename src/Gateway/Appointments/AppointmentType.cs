using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Appointments;

internal sealed class AppointmentType() : TableType<Appointment>("Appointment", "An appointment of a teacher to a class (聘任). Rule A1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Appointment> row) => row.OfSchool(
        Reach.Organisation, a => a.DistrictId, a => a.SchoolId,
        row.OfGrade(), row.In(Reach.Self, a => a.TeacherId));

    protected override void Configure(TableTypeDescriptor<Appointment> type)
    {
        type.Root.List("appointments", "The appointments that the viewer sees.")
            .ById("appointment", "An appointment by its id.");

        type.Field(a => a.Kind, "What post it is. Rule A1.").Filterable().Sortable();
        type.Field(a => a.State, "Whether it counts.").Filterable().Sortable();
        type.Field(a => a.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(a => a.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.Field(a => a.EndReason, "Why it ended. Rule A5.").Filterable();
        type.ToOne(a => a.Class, "The class.").Filterable().Sortable();
        type.ToOne(a => a.School, "The school of the class.").Filterable().Sortable();
        type.ToOne(a => a.Teacher, "The teacher.").Filterable().Sortable();
        type.OrderedBy(a => a.StartsOn);
    }
}
