using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchMilestoneType() : TableType<ResearchMilestone>("ResearchMilestone", "Opening report (开题), mid-term check (中期), closing (结题) or termination (撤项) of a project. Rule P11.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchMilestone> row) => row.OfProject(m => m.Project);

    protected override void Configure(TableTypeDescriptor<ResearchMilestone> type)
    {
        type.Root.List("researchMilestones", "The milestones of the projects that the viewer sees, the last first. Rule P11.")
            .Groups("Groups of the milestones that the viewer sees. Rule P11.");

        type.Field(m => m.Kind, "Which milestone. Rule P11.").Filterable().Sortable().Groupable();
        type.Field(m => m.HeldOn, "The day.").Filterable().Sortable().GroupableByTime();
        type.Field(m => m.HeldBy, "Who held it.").Filterable();
        type.Field(m => m.RecordedAt, "When it was recorded.").Filterable().Sortable();
        type.Field(m => m.Conclusion, "What the panel found (评审意见).");
        type.Field(m => m.Results, "The results (研究成果). Rule P11.");
        type.Field(m => m.Grade, "The grade of a closing (结题等第). Rule P11.").Filterable().Sortable().Groupable();
        type.Field(m => m.Reason, "The reason of a termination. Rule P11.");
        type.ToOne(m => m.Project, "The project.").Filterable().Sortable().Groupable();
        type.ToOne(m => m.Document, "The document. Rule P11.");
        type.OrderedBy(m => m.HeldOn, descending: true);
    }
}
