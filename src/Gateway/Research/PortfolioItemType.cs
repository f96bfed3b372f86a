using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class PortfolioItemType() : TableType<PortfolioItem>("PortfolioItem", "A piece of a project's portfolio (档案袋). Rule P9.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<PortfolioItem> row) => row.OfProject(i => i.Project);

    protected override void Configure(TableTypeDescriptor<PortfolioItem> type)
    {
        type.Field(i => i.Category, "What it is. Rule P9.").Filterable().Sortable();
        type.Field(i => i.Title, "The title.").Filterable().Sortable();
        type.Field(i => i.Body, "The text, where it is one.");
        type.Field(i => i.AddedOn, "When it was added.").Filterable().Sortable();
        type.Field(i => i.AddedBy, "Who added it.").Filterable();
        type.ToOne(i => i.Project, "The project.").Filterable();
        type.ToOne(i => i.Document, "The document, where it is one. Rule V2.").Filterable();
        type.OrderedBy(i => i.AddedOn, descending: true);
    }
}
