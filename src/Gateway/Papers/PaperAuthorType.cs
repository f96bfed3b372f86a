using HomeroomGraph.Data.Papers;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Papers;

internal sealed class PaperAuthorType() : TableType<PaperAuthor>("PaperAuthor", "An author (作者) of a paper, by the name as printed. Rule R1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<PaperAuthor> row) => row.AsOwner<Paper>(a => a.Paper);

    protected override void Configure(TableTypeDescriptor<PaperAuthor> type)
    {
        type.Field(a => a.Position, "The place among the authors; 1 is the first.").Filterable().Sortable();
        type.Field(a => a.Name, "The name as printed.").Filterable().Sortable();
        type.Field(a => a.Affiliation, "The institution as printed (单位).").Filterable();
        type.Field(a => a.IsCorresponding, "Whether the corresponding author (通讯作者).").Filterable();
        type.Field(a => a.ExternalId, "Under which scheme and name the person is known elsewhere, such as orcid:0000-0002-1825-0097.").Filterable();
        type.ToOne(a => a.Paper, "The paper.").Filterable().Sortable();
        type.ToOne(a => a.Teacher, "The teacher of the district who it is; null for an outsider.").Filterable().Sortable();
        type.OrderedBy(a => a.Position);
    }
}
