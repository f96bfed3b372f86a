using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckRoundType() : TableType<CheckRound>("CheckRound", "A round (检查轮次) of a day's checks. Rule E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckRound> row) => row.AsOwner<EvaluationScheme>(r => r.Scheme);

    protected override void Configure(TableTypeDescriptor<CheckRound> type)
    {
        type.Field(r => r.Name, "The name, such as 晨检.").Filterable().Sortable();
        type.Field(r => r.Position, "The place in the day.").Filterable().Sortable();
        type.Field(r => r.FullMarks, "The sum of the full marks of what is checked in it. Rule E2.").Filterable().Sortable();
        type.ToOne(r => r.Scheme, "The scheme.").Filterable().Sortable();
        type.ToMany(r => r.Items, "The items that are checked in this round only; the others are checked in every one.").Filterable().Sortable();
        type.OrderedBy(r => r.Position);
    }
}
