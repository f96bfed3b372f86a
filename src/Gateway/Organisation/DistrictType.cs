using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Figures;
using HomeroomGraph.Gateway.Policies;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
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
        type.Field(d => d.City, "The city it belongs to.").Filterable().Sortable().Groupable();
        type.Field(d => d.Province, "The province it belongs to.").Filterable().Sortable().Groupable();
        type.Field(d => d.Since, "The day since which code, name, city and province are these.").Filterable().Sortable();
        type.ToOne<Region>("region", "The county of its code in GB/T 2260, and through it city and province; null without a code or such a region. Rule O1.",
                (district, region, _) => region.Is(district, (r => r.Code, d => d.Code!)))
            .Filterable();
        type.ToMany(d => d.Schools, "The district's schools.").Filterable().Sortable().Groups();
        type.ToMany(d => d.Teachers, "The district's teachers.").Filterable().Sortable().Groups();
        type.ToMany(d => d.Subjects, "The subjects taught in the district.").Filterable().Sortable();
        type.ToMany(d => d.SchoolYears, "The district's school years.").Filterable().Sortable();
        type.ToMany(d => d.FormerDesignations, "What it was called before, newest first. Rule O1.").Filterable().Sortable();
        type.ToMany(d => d.CalendarDays, "Its holidays and make-up workdays. Rule O4.").Filterable().Sortable();
        type.Computed("isWorkingDay", "Whether a day is worked: Monday to Friday, but for holidays and with make-up workdays. Rule O4.", SqlTypes.Boolean,
                (district, arguments) => SqlFragment.Of($"homeroom.is_working_day({district[d => d.DistrictId]}, {arguments.DateOrToday("on")})"))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out.");
        type.Computed("workingDayAfter", "The n-th working day after a day, which itself does not count; null for n that is not 0 to 1000. Rules O4, W3.",
                SqlTypes.Date, WorkingDayAfter, isNullable: true)
            .Argument("from", DateScalar.Instance, "The day; today where it is left out.")
            .Argument("days", new NonNullType(BuiltInScalars.Int), "The number of working days, 0 to 1000.");
        PolicyFields.OfDistrict(type);
        type.ToMany(d => d.ResearchProjects, "The district's research projects. Rule P1.").Filterable().Sortable().Groups();
        type.ToMany(d => d.Papers, "The district's papers. Rule R1.").Filterable().Sortable().Groups();
        TrainingFields.OfDistrict(type);
        FigureLists.OfDistrict(type);
        type.OrderedBy(d => d.Code);
    }

    private static SqlFragment WorkingDayAfter(TableRow<District> district, FieldArguments arguments)
    {
        var days = arguments.Find("days", SqlTypes.Integer)!;
        return SqlFragment.Of(
            $"case when {days} between 0 and 1000 then homeroom.add_working_days({district[d => d.DistrictId]}, {arguments.DateOrToday("from")}, {days}) end");
    }
}
