using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class EmploymentType() : TableType<Employment>("Employment", "A teacher's employment at a school (任职). Rule O5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Employment> row) =>
        row.OfSchool(Reach.Organisation, e => e.DistrictId, e => e.SchoolId, row.In(Reach.Self, e => e.TeacherId));

    protected override void Configure(TableTypeDescriptor<Employment> type)
    {
        type.Root.List("employments", "The employments that the viewer sees.")
            .Groups("Groups of the employments that the viewer sees. Rule O5.");

        type.ToOne(e => e.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToOne(e => e.School, "The school.").Filterable().Sortable().Groupable();
        type.Field(e => e.StartsOn, "The first day.").Filterable().Sortable().GroupableByTime();
        type.Field(e => e.EndsOn, "The day after the last; null while it goes on.").Filterable().Sortable().GroupableByTime();
        type.Field(e => e.IsPrimary, "The teacher's main employment at that time.").Filterable().Groupable();
        type.OrderedBy(e => e.StartsOn);
    }
}
