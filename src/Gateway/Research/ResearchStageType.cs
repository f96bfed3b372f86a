using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchStageType() : TableType<ResearchStage>("ResearchStage", "A stage (阶段) of a project with its goal. Rule P8.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchStage> row) => row.AsOwner<ResearchProject>(s => s.Project);

    protected override void Configure(TableTypeDescriptor<ResearchStage> type)
    {
        type.Field(s => s.Position, "The place among the stages.").Filterable().Sortable();
        type.Field(s => s.Goal, "The goal of the stage.").VisibleTo(s => s.NotWhileRevised(x => x.Project)).Filterable();
        type.Field(s => s.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(s => s.DueOn, "Until when the goal is to be reached.").Filterable().Sortable();
        type.Field(s => s.DoneOn, "When it was reached.").Filterable().Sortable();
        type.ToOne(s => s.Project, "The project.").Filterable().Sortable();
        type.ToMany(s => s.Tasks, "The tasks of the stage.").Filterable().Sortable();
        type.OrderedBy(s => s.Position);
    }
}
