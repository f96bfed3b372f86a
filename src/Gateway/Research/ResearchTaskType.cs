using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchTaskType() : TableType<ResearchTask>("ResearchTask", "A task (任务) in a stage, with its owner. Rule P8.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchTask> row) => row.AsOwner<ResearchProject>(t => t.Project);

    protected override void Configure(TableTypeDescriptor<ResearchTask> type)
    {
        type.Field(t => t.Description, "What is to be done.").VisibleTo(t => t.NotWhileRevised(x => x.Project)).Filterable();
        type.Field(t => t.DueOn, "Until when.").Filterable().Sortable();
        type.Field(t => t.DoneOn, "When it was done.").Filterable().Sortable();
        type.Computed("isOverdue", "Not done, and late on a day.", SqlTypes.Boolean, (task, arguments) => SqlFragment.Of(
                $"({task[t => t.DoneOn]} is null and {task[t => t.DueOn]} < {arguments.DateOrToday("on")})"))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable();
        type.ToOne(t => t.Project, "The project.").Filterable().Sortable();
        type.ToOne(t => t.Stage, "The stage.").Filterable().Sortable();
        type.ToOne(t => t.Owner, "The member who owns it.").Filterable().Sortable();
        type.OrderedBy(t => t.DueOn);
    }
}
