using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchDecisionType() : TableType<ResearchDecision>("ResearchDecision", "The decision (批复) of the body that approves a project. Rule P7.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchDecision> row) => row.OfProject(d => d.Project);

    protected override void Configure(TableTypeDescriptor<ResearchDecision> type)
    {
        type.Field(d => d.Decision, "Approved or refused.").Filterable();
        type.Field(d => d.Body, "Who decided.").Filterable().Sortable();
        type.Field(d => d.Number, "The number of the approval (立项编号).").Filterable();
        type.Field(d => d.DecidedOn, "The day of the decision.").Filterable().Sortable();
        type.Field(d => d.DueOn, "Until when it is to be finished, where the decision says other than the application.");
        type.Field(d => d.Reason, "The reason, where one is given.");
        type.Field(d => d.RecordedBy, "Who recorded it.");
        type.Field(d => d.RecordedAt, "When it was recorded.").Filterable().Sortable();
        type.ToOne(d => d.Project, "The project.").Filterable().Sortable();
        type.ToOne(d => d.Document, "The document of the decision (批文).");
        type.OrderedBy(d => d.DecidedOn, descending: true);
    }
}
