using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchStateChangeType() : TableType<ResearchStateChange>("ResearchStateChange", "A step (流程记录) that a project took. Append-only. Rule P11.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchStateChange> row) => row.OfProject(c => c.Project);

    protected override void Configure(TableTypeDescriptor<ResearchStateChange> type)
    {
        type.Root.List("researchStateChanges", "The steps of the projects that the viewer sees, the last first. Rule P11.");

        type.Field(c => c.Number, "Counts the project's steps from 1.").Filterable().Sortable();
        type.Field(c => c.FromState, "The state before.").Filterable();
        type.Field(c => c.ToState, "The state after.").Filterable();
        type.Field(c => c.ChangedBy, "Who took the step. Rule P11.").Filterable();
        type.Field(c => c.ChangedAt, "When. Rule P11.").Filterable().Sortable();
        type.Field(c => c.Remark, "What was said of it.");
        type.ToOne(c => c.Project, "The project.").Filterable().Sortable();
        type.ToOne(c => c.Document, "The document. Rule P11.");
        type.OrderedBy(c => c.ChangedAt, descending: true);
        type.OrderedBy(c => c.Number, descending: true);
    }
}
