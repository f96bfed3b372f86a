using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ChangeRequestType() : TableType<ChangeRequest>("ChangeRequest", "A request to change a running project (变更申请). Rule P14.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ChangeRequest> row) => row.OfProject(r => r.Project);

    protected override void Configure(TableTypeDescriptor<ChangeRequest> type)
    {
        type.Root.List("changeRequests", "The change requests of the projects that the viewer sees, the last first. Rule P14.")
            .Groups("Groups of the change requests that the viewer sees. Rule P14.");

        type.Field(r => r.Kind, "What it changes. Rule P14.").Filterable().Sortable().Groupable();
        type.Field(r => r.Before, "What was.");
        type.Field(r => r.After, "What is to be.");
        type.Field(r => r.Reason, "The reason.");
        type.Field(r => r.RequestedOn, "When it was asked for.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.RequestedBy, "Who asked.").Filterable();
        type.Field(r => r.Decision, "The decision; null while it is open.").Filterable().Groupable();
        type.Field(r => r.DecidedOn, "When it was decided.").Filterable().Sortable();
        type.Field(r => r.DecidedBy, "Who decided.").Filterable();
        type.Field(r => r.Remark, "What was said of the decision.");
        type.ToOne(r => r.Project, "The project.").Filterable().Sortable().Groupable();
        type.OrderedBy(r => r.RequestedOn, descending: true);
    }
}
