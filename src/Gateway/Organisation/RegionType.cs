using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class RegionType() : TableType<Region>("Region", "A province, city or county of China by its code of GB/T 2260. Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Region> row) =>
        RowPolicy.Public("The state's list of regions: the same for everybody, and of no district.");

    protected override void Configure(TableTypeDescriptor<Region> type)
    {
        type.Root.List("regions", "Provinces, cities and counties by GB/T 2260, former codes with them.")
            .ByKey("regionByCode", "A region by its code of six digits.", r => r.Code);

        type.Field(r => r.Code, "The code of six digits.").Filterable().Sortable();
        type.Field(r => r.Name, "The name.").Filterable().Sortable();
        type.Field(r => r.Level, "Province, city or county.").Filterable();
        type.Field(r => r.Since, "The day on which a list first had the code.").Filterable();
        type.Field(r => r.Until, "The day on which a list no longer had the code; null while it is in use.").Filterable();
        type.ToOne(r => r.Parent, "The region it is a part of.").Filterable();
        type.ToMany(r => r.Parts, "The regions that are a part of it.").Filterable().Sortable();
        type.OrderedBy(r => r.Code);
    }
}
