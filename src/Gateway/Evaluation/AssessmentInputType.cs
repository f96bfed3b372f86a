using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class AssessmentInputType() : TableType<AssessmentInput>(
    "AssessmentInput", "Something that an assessment came from, with the points it gave. Rule E4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AssessmentInput> row) => row.AsOwner<SemesterAssessment>(i => i.Assessment);

    protected override void Configure(TableTypeDescriptor<AssessmentInput> type)
    {
        type.Field(i => i.Part, "The part that it counts in. Rule E4.").Filterable().Sortable();
        type.Field(i => i.Source, "Where it comes from. Rule E4.").Filterable().Sortable();
        type.Field(i => i.Label, "Which one: the month, the course, the title.").Filterable().Sortable();
        type.Field(i => i.Value, "The value as its source has it. Rule E4.").Filterable().Sortable();
        type.Field(i => i.Points, "The points that it gave. Rule E4.").Filterable().Sortable();
        type.ToOne(i => i.Assessment, "The assessment.").Filterable().Sortable();
        type.ToOne(i => i.Indicator, "The scheme's indicator that it feeds.").Filterable().Sortable();
        type.OrderedBy(i => i.Part);
    }
}
