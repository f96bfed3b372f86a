using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchThemeType() : TableType<ResearchTheme>("ResearchTheme", "A theme (研究主题) that a project is tagged with. Rule P1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchTheme> row) => row.AsOwner<ResearchProject>(t => t.Project);

    protected override void Configure(TableTypeDescriptor<ResearchTheme> type)
    {
        type.Field(t => t.Theme, "The theme. Rule P1.").Filterable().Sortable();
        type.ToOne(t => t.Project, "The project.").Filterable();
        type.OrderedBy(t => t.Theme);
    }
}
