using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Appointments;

internal sealed class ImprovementNoticeType() : TableType<ImprovementNotice>(
    "ImprovementNotice", "An improvement notice (帮扶); a dismissal needs an earlier one with its outcome. Rule A5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ImprovementNotice> row) => row.OfSchool(
        Reach.Homeroom, n => n.DistrictId, n => n.SchoolId, row.In(Reach.Self, n => n.TeacherId));

    protected override void Configure(TableTypeDescriptor<ImprovementNotice> type)
    {
        type.Root.List("improvementNotices", "The improvement notices that the viewer sees, newest first.")
            .Groups("Groups of the improvement notices that the viewer sees. Rule A5.")
            .ById("improvementNotice", "An improvement notice by its id.");

        type.Field(n => n.Reason, "What has to get better.");
        type.Field(n => n.Measures, "By what help.");
        type.Field(n => n.IssuedBy, "Who issued it, as written.").Filterable();
        type.Field(n => n.StartsOn, "The first day.").Filterable().Sortable().GroupableByTime();
        type.Field(n => n.DueOn, "The deadline.").Filterable().Sortable();
        type.Field(n => n.Outcome, "What came of it; null while open.").Filterable().Sortable().Groupable();
        type.Field(n => n.OutcomeOn, "The day of the outcome.").Filterable().Sortable();
        type.Field(n => n.OutcomeRemark, "The remark on the outcome.");
        type.ToOne(n => n.Teacher, "The teacher.").Filterable().Sortable();
        type.ToOne(n => n.Appointment, "The appointment.").Filterable().Sortable();
        type.ToOne(n => n.School, "The school.").Filterable().Sortable().Groupable();
        type.OrderedBy(n => n.StartsOn, descending: true);
    }
}
