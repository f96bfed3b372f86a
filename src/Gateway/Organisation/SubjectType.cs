using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class SubjectType() : TableType<Subject>("Subject", "A subject (学科) of a district. Rule O5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Subject> row) => row.OfDistrict(s => s.DistrictId);

    protected override void Configure(TableTypeDescriptor<Subject> type)
    {
        type.Root.List("subjects", "The subjects of the viewer's districts.");

        type.Field(s => s.Code, "The district's code of the subject.").Filterable().Sortable();
        type.Field(s => s.Name, "The name.").Filterable().Sortable();
        type.ToOne(s => s.District, "The district.").Filterable().Sortable();
        type.ToMany(s => s.ResearchProjects, "The research projects of the subject. Rule P13.").Filterable().Sortable();
        type.ToMany(s => s.ResearchGroups, "The schools' research groups of the subject. Rule O1.").Filterable().Sortable();
        type.OrderedBy(s => s.Code);
    }
}
