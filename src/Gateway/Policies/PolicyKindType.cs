using HomeroomGraph.Data.Policies;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Policies;

internal sealed class PolicyKindType() : TableType<PolicyKind>(
    "PolicyKind", "A figure or a choice that a rule leaves to districts and schools, with the default. The same for all districts.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<PolicyKind> row) =>
        RowPolicy.Public("Reference data of the program: what the rules leave open, and nothing that a district decided.");

    protected override void Configure(TableTypeDescriptor<PolicyKind> type)
    {
        type.Root.List("policyKinds", "What policies can be about, with the defaults.")
            .ByKey("policyKindByKey", "What a policy can be about, by its key.", k => k.Key);

        type.Field(k => k.Key, "The key, such as m2_mentor_service_years.").Filterable().Sortable();
        type.Field(k => k.Rule, "The id of the rule that asks for it.").Filterable().Sortable();
        type.Field(k => k.ValueKind, "Whether the value is a figure or a choice.").Filterable();
        type.Field(k => k.Unit, "The figure's unit.").Filterable();
        type.Field(k => k.DefaultFigure, "The figure where neither school nor district decided another.");
        type.Field(k => k.LeastFigure, "The least figure that can be decided.");
        type.Field(k => k.GreatestFigure, "The greatest figure that can be decided.");
        type.Field(k => k.DefaultChoice, "The choice where neither school nor district decided another.");
        type.Computed("choices", "What can be chosen: a list of words.", SqlTypes.Json,
            (kind, _) => SqlFragment.Of($"to_jsonb({kind[k => k.Choices]})"), isNullable: true);
        type.Field(k => k.DescriptionZh, "What it is, in Chinese.");
        type.Field(k => k.DescriptionEn, "What it is, in English.");
        type.ToMany(k => k.Policies, "What the viewer's districts and their schools decided.").Filterable().Sortable();
        type.OrderedBy(k => k.Key);
    }
}
