using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class InspectorPostType() : TableType<InspectorPost>(
    "InspectorPost", "A post (岗位) of the student union that enters daily checks in one semester; no pupil is stored. Rules O6, E2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<InspectorPost> row) => AnyOf(
        row.OfSchool(
            Reach.Homeroom, p => p.DistrictId, p => p.SchoolId,
            row.In(Reach.InspectorPosts, p => p.InspectorPostId),
            row.Some<InspectorPostClass>(p => p.Classes, a => a.Some<SchoolClass>(x => x.Class, c => c.OfGrade()))),
        row.In(Reach.AdministeredDistricts, p => p.DistrictId));

    protected override void Configure(TableTypeDescriptor<InspectorPost> type)
    {
        type.Root.List("inspectorPosts", "The inspectors' posts that the viewer sees, newest semester first.")
            .ById("inspectorPost", "A post by its id.");

        type.Field(p => p.Name, "The name.").Filterable().Sortable();
        type.ToOne(p => p.School, "The school.").Filterable().Sortable();
        type.ToOne(p => p.Semester, "The semester that it is for. Rule O6.").Filterable().Sortable();
        type.ToMany<SchoolClass>("classes", "The classes that it checks. Rule E2.", (post, @class, _) =>
                @class.Some<InspectorPostClass>(c => c.InspectorPosts, a => a.Is(
                    post, (x => x.DistrictId, p => p.DistrictId), (x => x.InspectorPostId, p => p.InspectorPostId))))
            .Filterable().Sortable();
        type.ToMany(p => p.Sheets, "The sheets that it entered. Rule E2.").Filterable().Sortable();
        type.OrderedBy(p => p.SemesterId, descending: true);
    }
}
