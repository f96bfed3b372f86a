using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class MilestoneRequestType() : TableType<MilestoneRequest>("MilestoneRequest", "The report for a milestone, or the request for termination (开题、中期、结题、撤项申请). Rule P11.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<MilestoneRequest> row) => row.OfProject(r => r.Project);

    protected override void Configure(TableTypeDescriptor<MilestoneRequest> type)
    {
        type.Root.List("milestoneRequests", "The requests for milestones of the projects that the viewer sees, the last first. Rule P11.")
            .Groups("Groups of the requests for milestones that the viewer sees. Rule P11.");

        type.Field(r => r.Kind, "Which milestone.").Filterable().Sortable().Groupable();
        type.Field(r => r.Results, "The results (研究成果).");
        type.Field(r => r.Reason, "The reason of a termination.");
        type.Field(r => r.RequestedOn, "When it was handed in.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.RequestedBy, "Who handed it in.").Filterable();
        type.Field(r => r.Decision, "The decision; null while it is open.").Filterable().Groupable();
        type.Field(r => r.DecidedOn, "When it was decided.").Filterable().Sortable();
        type.Field(r => r.DecidedBy, "Who decided.").Filterable();
        type.Field(r => r.Remark, "What was said of the decision.");
        type.ToOne(r => r.Project, "The project.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.Document, "The report.");
        type.OrderedBy(r => r.RequestedOn, descending: true);
    }
}
