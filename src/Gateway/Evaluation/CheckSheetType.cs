using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckSheetType() : TableType<CheckSheet>(
    "CheckSheet", "The daily check (日检查) of a class in one round: full marks but for its lines. Rule E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckSheet> row) => row.OfSchool(
        Reach.Homeroom, s => s.DistrictId, s => s.SchoolId, row.Some<SchoolClass>(s => s.Class, c => c.OfGradeOwnOrPost()));

    protected override void Configure(TableTypeDescriptor<CheckSheet> type)
    {
        type.Root.List("checkSheets", "The daily check sheets that the viewer sees, newest first.")
            .Groups("Groups of the daily check sheets that the viewer sees. Rule E2.")
            .Changes("checkSheetChanged", "Tells of daily check sheets that the viewer sees when they change. Rule V4.")
            .ById("checkSheet", "A sheet by its id.");

        type.Field(s => s.Day, "The day that was checked.").Filterable().Sortable().GroupableByTime().Measurable();
        type.Field(s => s.Total, "The round's full marks less what the lines take off. Rule E2.").Filterable().Sortable().Measurable();
        type.Field(s => s.IsVoid, "It was entered by mistake (作废) and counts nowhere. Rule E2.").Filterable().Groupable();
        type.Field(s => s.EnteredBy, "Who entered it. Rule E2.").Filterable();
        type.Field(s => s.EnteredAt, "When it was entered.").Filterable().Sortable();
        type.Computed("isLate", "It was entered on a later day than the one it is about. Rule E3.", SqlTypes.Boolean, (sheet, _) =>
            SqlFragment.Of($"(({sheet[s => s.EnteredAt]} at time zone 'Asia/Shanghai')::date > {sheet[s => s.Day]})")).Filterable().Groupable();
        type.Count<CheckLine>("lineCount", "The number of items below full marks. Rule E2.", s => s.Lines, (_, _) => Predicate.True)
            .Filterable().Sortable().Measurable();
        type.Count<CheckCorrection>("correctionCount", "How often it was corrected. Rule E2.", s => s.Corrections, (_, _) => Predicate.True)
            .Filterable().Sortable().Measurable();
        type.ToOne(s => s.Class, "The class.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Semester, "The semester.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Scheme, "The scheme that it follows. Rule E1.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Round, "The round. Rule E2.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.InspectorPost, "The post of the student union that entered it, where it was one. Rule E2.").Filterable().Sortable().Groupable();
        type.ToMany(s => s.Lines, "The items below full marks. Rule E2.").Filterable().Sortable();
        type.ToMany(s => s.Corrections, "What corrections replaced, newest first. Rule E2.").Filterable().Sortable();
        type.OrderedBy(s => s.Day, descending: true);
    }
}
