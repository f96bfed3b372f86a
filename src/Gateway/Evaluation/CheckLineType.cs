using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckLineType() : TableType<CheckLine>("CheckLine", "An item that differs from full marks on a sheet (扣分项). Rule E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckLine> row) => row.OfSchool(
        Reach.Homeroom, l => l.DistrictId, l => l.SchoolId,
        row.Some<CheckSheet>(l => l.Sheet, s => s.Some<SchoolClass>(x => x.Class, c => c.OfGradeOwnOrPost())));

    protected override void Configure(TableTypeDescriptor<CheckLine> type)
    {
        type.Root.List("checkLines", "The lines that the viewer sees, by item.")
            .Groups("Groups of the lines that the viewer sees. Rule E2.");

        type.Field(l => l.Points, "The points given, below the item's full marks. Rule E2.").Filterable().Sortable().Measurable();
        type.Field(l => l.Note, "What was noted.").Filterable();
        type.ToOne(l => l.Item, "The item.").Filterable().Sortable().Groupable();
        type.ToOne(l => l.Sheet, "The sheet.").Filterable().Sortable().Groupable();
        type.OrderedBy(l => l.CheckItemId);
    }
}
