using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ExtensionRequestType() : TableType<ExtensionRequest>("ExtensionRequest", "A request to finish a project later (延期申请). Rule P10.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ExtensionRequest> row) => row.OfProject(r => r.Project);

    protected override void Configure(TableTypeDescriptor<ExtensionRequest> type)
    {
        type.Root.List("extensionRequests", "The extension requests of the projects that the viewer sees, the last first. Rule P10.")
            .Groups("Groups of the extension requests that the viewer sees. Rule P10.")
            .Changes("extensionRequestChanged", "Tells of extension requests of research projects that the viewer sees when they change. Rule V4.");

        type.Field(r => r.DueOn, "The due date when it was asked for.").Filterable().Sortable();
        type.Field(r => r.RequestedOn, "When it was asked for.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.RequestedBy, "Who asked.").Filterable();
        type.Field(r => r.RequestedUntil, "Until when it was asked for.").Filterable().Sortable();
        type.Field(r => r.Reason, "The reason.");
        type.Field(r => r.Decision, "The decision; null while it is open.").Filterable().Groupable();
        type.Field(r => r.GrantedUntil, "The due date that was granted.").Filterable().Sortable();
        type.Field(r => r.GrantNumber, "Counts the granted ones of the project from 1.").Filterable();
        type.Field(r => r.DecidedOn, "When it was decided.").Filterable().Sortable();
        type.Field(r => r.DecidedBy, "Who decided.").Filterable();
        type.Field(r => r.Remark, "What was said of the decision.");
        type.ToOne(r => r.Project, "The project.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.Document, "The stage summary (阶段总结). Rule P10.");
        type.OrderedBy(r => r.RequestedOn, descending: true);
    }
}
