using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Policies;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class DistrictType() : TableType<District>("District", "A district (区县教育局). Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<District> row) => row.OfDistrict(d => d.DistrictId);

    protected override void Configure(TableTypeDescriptor<District> type)
    {
        type.Root.List("districts", "The districts that the viewer sees anything of.")
            .ById("district", "A district by its id.")
            .ByKey("districtByCode", "A district by its GB/T 2260 code of today.", d => d.Code);

        type.Field(d => d.Code, "The GB/T 2260 code of today; a development zone may have none.").Filterable().Sortable();
        type.Field(d => d.Name, "The district's name.").Filterable().Sortable();
        type.Field(d => d.City, "The city it belongs to.").Filterable().Sortable();
        type.Field(d => d.Province, "The province it belongs to.").Filterable().Sortable();
        type.Field(d => d.Since, "The day since which code, name, city and province are these.").Filterable().Sortable();
        type.ToMany(d => d.Schools, "The district's schools.").Filterable();
        type.ToMany(d => d.Teachers, "The district's teachers.").Filterable();
        type.ToMany(d => d.Subjects, "The subjects taught in the district.").Filterable();
        type.ToMany(d => d.SchoolYears, "The district's school years.").Filterable();
        PolicyFields.OfDistrict(type);
        type.ToMany(d => d.ResearchProjects, "The district's research projects. Rule P1.").Filterable();
        type.ToMany(d => d.Papers, "The district's papers. Rule R1.").Filterable();
        type.OrderedBy(d => d.Code);
    }
}
