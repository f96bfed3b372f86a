using HomeroomGraph.Data.Inbox;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Inbox;

internal sealed class DeskItemType() : TableType<DeskItem>(
    "DeskItem", "What waits on a desk of the viewer. It follows from the project's rows and goes when the step is taken. Rules P4 to P14.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<DeskItem> row) => AllOf(
        row.OnOwnDesk(i => i.DistrictId, i => i.TeacherId, i => i.OfficeSchoolId, i => i.OfficerDistrictId), row.HasBegun(i => i.Since));

    protected override void Configure(TableTypeDescriptor<DeskItem> type)
    {
        type.Root.List("deskItems", "What waits for the viewer, on all of the viewer's desks, what is due first at the top.")
            .Groups("Groups of what waits for the viewer, such as its number by kind.");

        type.Field(i => i.Kind, "What is to be done.").Filterable().Sortable().Groupable();
        type.Field(i => i.Since, "From when on it waits.").Filterable().Sortable();
        type.Field(i => i.DueOn, "Until when; null where no rule says.").Filterable().Sortable().Groupable();
        type.Computed("isLate", "It was due before today. Rules P8, P10.", SqlTypes.Boolean, (item, _) => SqlFragment.Of(
            $"coalesce({item[i => i.DueOn]} < {FieldArguments.Today}, false)")).Filterable().Groupable();
        type.Reference("record", "The id of the row that waits: the project, or the task, stage, review, inspection or request.",
            i => i.DistrictId, i => i.RecordTable, i => i.RecordKey).Filterable();
        type.ToOne(i => i.Desk, "The desk that it waits on.").Filterable().Sortable().Groupable();
        type.ToOne(i => i.Project, "The project.").Filterable().Sortable().Groupable();
        type.ToOne(i => i.School, "The project's school.").Filterable().Sortable().Groupable();
        type.ToOne(i => i.District, "The district.").Filterable().Sortable();
        type.OrderedBy(i => i.DueOn);
        type.OrderedBy(i => i.Since);
        type.DistinctBy(i => i.DistrictId);
        type.DistinctBy(i => i.DeskId);
        type.DistinctBy(i => i.Kind);
        type.DistinctBy(i => i.RecordKey);
    }
}
