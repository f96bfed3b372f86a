using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class EvaluationSchemeType() : TableType<EvaluationScheme>(
    "EvaluationScheme", "A scheme (考核方案) of checks and assessment, of a school or a whole district, for one school year. Rule E1.")
{
    /// <summary>Beyond the area's readers: the staff sees what is or was in use, an inspector's post what is in use.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<EvaluationScheme> row) => AnyOf(
        row.OfSchool(
            Reach.Homeroom, s => s.DistrictId, s => s.SchoolId,
            AllOf(row.In(Reach.StaffSchools, s => s.SchoolId), row.IsNot(s => s.State, SchemeState.Draft)),
            AllOf(row.In(Reach.InspectorSchools, s => s.SchoolId), row.Is(s => s.State, SchemeState.InUse))),
        AllOf(row.OfDistrict(s => s.DistrictId), row.IsNull(s => s.SchoolId), row.IsNot(s => s.State, SchemeState.Draft)));

    protected override void Configure(TableTypeDescriptor<EvaluationScheme> type)
    {
        type.Root.List("evaluationSchemes", "The schemes that the viewer sees.")
            .ById("evaluationScheme", "A scheme by its id.");

        type.Field(s => s.Name, "The name.").Filterable().Sortable();
        type.Field(s => s.Version, "The version: a change of a used scheme is a new one. Rule E1.").Filterable().Sortable();
        type.Field(s => s.State, "Where it stands. Rule E1.").Filterable().Sortable();
        type.ToOne(s => s.District, "The district.").Filterable().Sortable();
        type.ToOne(s => s.School, "The school; null where it is the whole district's.").Filterable().Sortable();
        type.ToOne(s => s.SchoolYear, "The school year that it is for. Rule E1.").Filterable().Sortable();
        type.ToOne(s => s.Replaces, "The version that it replaces. Rule E1.").Filterable();
        type.ToMany(s => s.Indicators, "The weighted indicators. Rule E1.").Filterable().Sortable();
        type.ToMany(s => s.Rounds, "The rounds of a day. Rule E2.").Filterable().Sortable();
        type.ToMany(s => s.Items, "The check items. Rule E2.").Filterable().Sortable();
        type.ToMany(s => s.Sheets, "The sheets that follow it. Rule E2.").Filterable().Sortable();
        type.OrderedBy(s => s.SchoolYearId, descending: true);
    }
}
