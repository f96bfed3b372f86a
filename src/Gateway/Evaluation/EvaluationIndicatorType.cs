using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class EvaluationIndicatorType() : TableType<EvaluationIndicator>(
    "EvaluationIndicator", "A weighted indicator (考核指标) of a scheme. Rules E1, E4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<EvaluationIndicator> row) => row.AsOwner<EvaluationScheme>(i => i.Scheme);

    protected override void Configure(TableTypeDescriptor<EvaluationIndicator> type)
    {
        type.Field(i => i.Part, "The part of the assessment that it belongs to. Rule E4.").Filterable().Sortable();
        type.Field(i => i.Code, "The code in the scheme.").Filterable().Sortable();
        type.Field(i => i.Name, "The name.").Filterable().Sortable();
        type.Field(i => i.Position, "The place in the scheme.").Filterable().Sortable();
        type.Field(i => i.Weight, "The weight; the weights of a scheme in use add up to 100. Rule E1.").Filterable().Sortable();
        type.Field(i => i.ScaleFrom, "The lowest value of the scale. Rule E1.").Filterable();
        type.Field(i => i.ScaleTo, "The highest value of the scale. Rule E1.").Filterable();
        type.ToOne(i => i.Scheme, "The scheme.").Filterable().Sortable();
        type.OrderedBy(i => i.Position);
    }
}
