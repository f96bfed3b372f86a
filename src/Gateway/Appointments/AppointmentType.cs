using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
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
            .Groups("Groups of the appointments that the viewer sees. Rule A1.")
            .Changes("appointmentChanged", "Tells of appointments that the viewer sees when they change. Rule V4.")
            .ById("appointment", "An appointment by its id.");

        type.Field(a => a.Kind, "What post it is. Rule A1.").Filterable().Sortable().Groupable();
        type.Field(a => a.State, "Whether it counts.").Filterable().Sortable().Groupable();
        type.Field(a => a.StartsOn, "The first day.").Filterable().Sortable().GroupableByTime();
        type.Field(a => a.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable().GroupableByTime();
        type.Field(a => a.EndReason, "Why it ended. Rule A5.").VisibleTo(Terms).Filterable();
        type.Field(a => a.MonthlyAllowance, "The monthly allowance (津贴) in yuan. Rule A6.").VisibleTo(Terms).Filterable().Sortable().Measurable();
        type.Field(a => a.LessonLoadCredit, "The share of a standard lesson load that it counts for. Rule A6.").VisibleTo(Terms).Filterable().Sortable().Measurable();
        type.Field(a => a.ShortTermReason, "Why it is for less than a school year. Rule A6.").VisibleTo(Terms).Filterable();
        type.Field(a => a.CertificateExceptionReason, "Why the post was taken up without a valid certificate. Rule A3.").VisibleTo(Terms).Filterable();
        type.Field(a => a.ApprovedBy, "Who approved it, as written.").Filterable();
        type.Field(a => a.ApprovedOn, "The day of the approval.").Filterable().Sortable();
        type.ToOne(a => a.Screening, "The screening that it rests on. Rule A2.").Filterable().Sortable();
        type.ToMany(a => a.ImprovementNotices, "The improvement notices during it. Rule A5.").Filterable().Sortable();
        type.ToOne(a => a.Class, "The class.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.School, "The school of the class.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.OrderedBy(a => a.StartsOn);
    }

    /// <summary>What it pays and why it is as it is: for who runs homeroom work, and for the teacher.</summary>
    private static RowPolicy Terms(RowPolicyBuilder<Appointment> row) => row.OfSchool(
        Reach.Homeroom, a => a.DistrictId, a => a.SchoolId, row.In(Reach.Self, a => a.TeacherId));
}
