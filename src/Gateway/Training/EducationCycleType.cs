using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class EducationCycleType() : TableType<EducationCycle>(
    "EducationCycle", "A continuing-education cycle (继续教育周期) of a district. Rule T8.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<EducationCycle> row) => row.OfDistrict(c => c.DistrictId);

    protected override void Configure(TableTypeDescriptor<EducationCycle> type)
    {
        type.Root.List("educationCycles", "The continuing-education cycles of the viewer's districts, newest first.")
            .ById("educationCycle", "A continuing-education cycle by its id.");

        type.Field(c => c.Name, "The name.").Filterable().Sortable();
        type.Field(c => c.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(c => c.EndsOn, "The day after the last.").Filterable().Sortable();
        type.Computed("isCurrent", "It contains today.", SqlTypes.Boolean,
            (cycle, _) => cycle.Contains(c => c.StartsOn, c => c.EndsOn, FieldArguments.Today).Sql).Filterable();
        type.ToOne(c => c.District, "The district.").Filterable().Sortable();
        type.OrderedBy(c => c.StartsOn, descending: true);
    }
}
