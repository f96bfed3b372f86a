using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckResultType() : TableType<CheckResult>("CheckResult", "A class's figures and rank in a week or month. Rules E3, E10.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckResult> row) => row.OfSchool(
        Reach.Homeroom, r => r.DistrictId, r => r.SchoolId, row.Some<CheckPublication>(r => r.Publication, p => p.OfNoticeBoardOrGrade()));

    protected override void Configure(TableTypeDescriptor<CheckResult> type)
    {
        type.Root.List("checkResults", "The results that the viewer sees, newest first and by rank.")
            .Groups("Groups of the results that the viewer sees. Rule E3.")
            .ById("checkResult", "A result by its id.");

        type.Field(r => r.Rank, "The rank in the grade; equal averages share one. Rules E3, E10.").Filterable().Sortable().Groupable().Measurable();
        type.Field(r => r.Average, "What was kept of the full marks, in hundredths (得分率). Rule E3.").Filterable().Sortable().Measurable();
        type.Field(r => r.Total, "The sum of the sheets. Rule E3.").Filterable().Sortable().Measurable();
        type.Field(r => r.FullMarks, "The full marks of the same sheets.").Filterable().Sortable();
        type.Field(r => r.SheetCount, "The number of sheets that counted.").Filterable().Sortable().Measurable();
        type.ToOne(r => r.Publication, "The ranking or summary.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.Class, "The class.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.School, "The school.").Filterable().Sortable().Groupable();
        type.OrderedBy(r => r.CheckPublicationId, descending: true);
        type.OrderedBy(r => r.Rank);
    }
}
