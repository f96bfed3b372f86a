using HomeroomGraph.Data.Papers;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Papers;

internal sealed class PaperKeywordType() : TableType<PaperKeyword>("PaperKeyword", "A keyword (关键词) of a paper. Rule R1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<PaperKeyword> row) => row.AsOwner<Paper>(k => k.Paper);

    protected override void Configure(TableTypeDescriptor<PaperKeyword> type)
    {
        type.Field(k => k.Keyword, "The keyword as printed.").Filterable().Sortable();
        type.Field(k => k.Position, "The place among the keywords.").Sortable();
        type.ToOne(k => k.Paper, "The paper.").Filterable();
        type.OrderedBy(k => k.Position);
    }
}
