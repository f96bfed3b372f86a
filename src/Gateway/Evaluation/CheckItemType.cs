using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckItemType() : TableType<CheckItem>("CheckItem", "What is checked (检查项目). Rule E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckItem> row) => row.AsOwner<EvaluationScheme>(i => i.Scheme);

    protected override void Configure(TableTypeDescriptor<CheckItem> type)
    {
        type.Field(i => i.Code, "The code in the scheme.").Filterable().Sortable().Groupable();
        type.Field(i => i.Name, "The name.").Filterable().Sortable();
        type.Field(i => i.Kind, "What it looks at. Rule E2.").Filterable().Sortable().Groupable();
        type.Field(i => i.HabitGroup, "The group of a habit item; null for the others. Rule E2.").Filterable().Sortable().Groupable();
        type.Field(i => i.Position, "The place in the scheme.").Filterable().Sortable();
        type.Field(i => i.FullMarks, "The full marks (满分).").Filterable().Sortable().Groupable();
        type.ToOne(i => i.Scheme, "The scheme.").Filterable().Sortable();
        type.ToOne(i => i.Round, "The only round in which it is checked; null where it is checked in every one.").Filterable().Sortable();
        type.ToMany(i => i.Lines, "Where it differed from full marks. Rule E2.").Filterable().Sortable();
        type.OrderedBy(i => i.Position);
    }
}
