using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class FormerDesignationType() : TableType<DistrictFormerDesignation>(
    "FormerDesignation", "What a district was called before: counties become city districts, and codes change. Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<DistrictFormerDesignation> row) => row.OfDistrict(f => f.DistrictId);

    protected override void Configure(TableTypeDescriptor<DistrictFormerDesignation> type)
    {
        type.Field(f => f.Code, "The GB/T 2260 code then.").Filterable().Sortable();
        type.Field(f => f.Name, "The name then.").Filterable().Sortable();
        type.Field(f => f.City, "The city it belonged to.").Filterable().Sortable();
        type.Field(f => f.Province, "The province it belonged to.").Filterable().Sortable();
        type.Field(f => f.Since, "The first day.").Filterable().Sortable();
        type.Field(f => f.Until, "The day after the last.").Filterable().Sortable();
        type.ToOne(f => f.District, "The district.").Filterable().Sortable();
        type.OrderedBy(f => f.Since, descending: true);
    }
}
