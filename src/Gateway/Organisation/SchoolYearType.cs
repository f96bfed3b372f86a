using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class SchoolYearType() : TableType<SchoolYear>("SchoolYear", "A school year (学年). Rule O4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<SchoolYear> row) => row.OfDistrict(y => y.DistrictId);

    protected override void Configure(TableTypeDescriptor<SchoolYear> type)
    {
        type.Root.List("schoolYears", "The school years of the viewer's districts.");

        type.Field(y => y.Name, "The name, such as 2026—2027学年.").Filterable().Sortable().Groupable();
        type.Field(y => y.StartsOn, "The first day.").Filterable().Sortable().Groupable();
        type.Field(y => y.EndsOn, "The day after the last.").Filterable().Sortable();
        type.Computed("isCurrent", "It contains today.", SqlTypes.Boolean,
            (year, _) => year.Contains(y => y.StartsOn, y => y.EndsOn, FieldArguments.Today).Sql).Filterable();
        type.ToOne(y => y.District, "The district.").Filterable().Sortable().Groupable();
        type.ToMany(y => y.Semesters, "Its semesters. Rule O4.").Filterable().Sortable();
        type.ToMany(y => y.Classes, "The classes of that year. Rule O6.").Filterable().Sortable();
        type.ToMany(y => y.GradeTeams, "The grade teams of that year. Rule O1.").Filterable().Sortable();
        type.OrderedBy(y => y.StartsOn);
    }
}
