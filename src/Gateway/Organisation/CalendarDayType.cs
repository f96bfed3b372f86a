using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class CalendarDayType() : TableType<CalendarDay>(
    "CalendarDay", "A day that differs from its weekday: a holiday (节假日) or a make-up workday (调休). Rule O4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CalendarDay> row) => row.OfDistrict(d => d.DistrictId);

    protected override void Configure(TableTypeDescriptor<CalendarDay> type)
    {
        type.Root.List("calendarDays", "The holidays and make-up workdays of the viewer's districts.");

        type.Field(d => d.Day, "The day.").Filterable().Sortable();
        type.Field(d => d.Kind, "Free or worked, whatever the weekday.").Filterable();
        type.Field(d => d.Name, "What it is for.").Filterable().Sortable();
        type.ToOne(d => d.District, "The district.").Filterable().Sortable();
        type.OrderedBy(d => d.Day);
    }
}
