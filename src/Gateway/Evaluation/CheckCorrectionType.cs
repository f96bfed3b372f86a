using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckCorrectionType() : TableType<CheckCorrection>(
    "CheckCorrection", "A correction (更正) of a sheet: what it replaced, who made it and why. Rule E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckCorrection> row) => row.OfSchool(
        Reach.Homeroom, c => c.DistrictId, c => c.SchoolId,
        row.Some<CheckSheet>(c => c.Sheet, s => s.Some<SchoolClass>(x => x.Class, c => c.OfGradeOrOwn())));

    protected override void Configure(TableTypeDescriptor<CheckCorrection> type)
    {
        type.Root.List("checkCorrections", "The corrections that the viewer sees, newest first.");

        type.Field(c => c.Number, "The first, second, … of its sheet.").Filterable().Sortable();
        type.Field(c => c.Reason, "Why. Rule E2.").Filterable();
        type.Field(c => c.CorrectedBy, "Who. Rule E2.").Filterable();
        type.Field(c => c.CorrectedAt, "When.").Filterable().Sortable();
        type.Field(c => c.ReplacedTotal, "The total before. Rule E2.").Filterable().Sortable();
        type.Field(c => c.ReplacedSheet, "The sheet as it stood before. Rule E2.");
        type.Field(c => c.ReplacedLines, "The lines as they stood before. Rule E2.");
        type.ToOne(c => c.Sheet, "The sheet.").Filterable().Sortable();
        type.ToOne(c => c.School, "The school.").Filterable().Sortable();
        type.OrderedBy(c => c.CorrectedAt, descending: true);
    }
}
