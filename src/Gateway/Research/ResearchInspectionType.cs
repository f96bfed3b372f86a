using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchInspectionType() : TableType<ResearchInspection>("ResearchInspection", "An inspection (过程检查) of a project. Rule P8.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchInspection> row) => row.OfProject(i => i.Project);

    protected override void Configure(TableTypeDescriptor<ResearchInspection> type)
    {
        type.Root.List("researchInspections", "The inspections of the projects that the viewer sees, the last first. Rule P8.");

        type.Field(i => i.InspectedOn, "The day.").Filterable().Sortable();
        type.Field(i => i.InspectedBy, "Who inspected, by the name at that time.").Filterable();
        type.Field(i => i.Finding, "What was found.").Filterable();
        type.Field(i => i.MendBy, "Until when it is to be mended; null where there is nothing to mend.").Filterable().Sortable();
        type.Field(i => i.MendedOn, "When it was mended.").Filterable().Sortable();
        type.Computed("isOverdue", "Not mended, and late on a day.", SqlTypes.Boolean, (inspection, arguments) => SqlFragment.Of(
                $"({inspection[i => i.MendedOn]} is null and coalesce({inspection[i => i.MendBy]} < {arguments.DateOrToday("on")}, false))"))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable();
        type.ToOne(i => i.Project, "The project.").Filterable().Sortable();
        type.ToOne(i => i.Inspector, "Who inspected, where a teacher.").Filterable();
        type.OrderedBy(i => i.InspectedOn, descending: true);
    }
}
