using HomeroomGraph.Data.Figures;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

internal sealed class FigureDefinitionType() : TableType<FigureDefinition>(
    "FigureDefinition", "What a figure for dashboards is, with the rules it comes from. Section D; the same for all districts.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<FigureDefinition> row) =>
        RowPolicy.Public("Reference data of the program: what figures mean, and nothing of what they are.");

    protected override void Configure(TableTypeDescriptor<FigureDefinition> type)
    {
        type.Root.List("figureDefinitions", "What figures there are, and what each one is.")
            .ByKey("figureDefinitionByKey", "What a figure is, by its key.", d => d.Key);

        type.Field(d => d.Key, "The rule of section D, such as D4.").Filterable().Sortable();
        type.Computed("rules", "The ids of the rules it comes from: a list of words.", SqlTypes.Json,
            (definition, _) => SqlFragment.Of($"to_jsonb({definition[d => d.Rules]})"));
        type.Field(d => d.NameZh, "What it is called, in Chinese.");
        type.Field(d => d.NameEn, "What it is called, in English.");
        type.Field(d => d.TextZh, "The definition, in Chinese.");
        type.Field(d => d.TextEn, "The definition, in English.");
        type.OrderedBy(d => d.Key);
    }
}
