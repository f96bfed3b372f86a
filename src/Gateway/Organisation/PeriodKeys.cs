using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

/// <summary>The periods of a district by which dates are grouped (rule O4).</summary>
internal static class PeriodKeys
{
    /// <summary>Groups can have the date as a key: by day, week, month, quarter or year of the calendar, by the district's semester and by its school year.</summary>
    public static FieldDescriptor<T> GroupableByTime<T>(this FieldDescriptor<T> date) => date.Groupable()
        .GroupableByPeriod<Semester>(s => s.StartsOn, s => s.EndsOn)
        .GroupableByPeriod<SchoolYear>(y => y.StartsOn, y => y.EndsOn);
}
