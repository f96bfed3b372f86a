using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>Two school years with their semesters, and the holidays of the autumn of 2026 (rule O4).</summary>
internal sealed class DemoCalendar
{
    public DemoCalendar(District district)
    {
        Last = YearOf(2025, first: (new(2025, 9, 1), new(2026, 1, 31), new(2025, 9, 1)), second: (new(2026, 3, 2), new(2026, 7, 11), new(2026, 3, 2)));
        This = YearOf(2026, first: (new(2026, 9, 1), new(2027, 1, 23), new(2026, 8, 31)), second: (new(2027, 3, 1), new(2027, 7, 10), new(2027, 3, 1)));
        district.SchoolYears.AddRange([Last, This]);
        district.CalendarDays.AddRange(
        [
            Workday(new(2026, 9, 20), "国庆节调休"),
            .. Holidays(new(2026, 9, 25), days: 3, "中秋节"),
            .. Holidays(new(2026, 10, 1), days: 7, "国庆节"),
            Workday(new(2026, 10, 10), "国庆节调休"),
            .. Holidays(new(2027, 1, 1), days: 1, "元旦"),
        ]);
    }

    public SchoolYear Last { get; }
    public SchoolYear This { get; }

    private static SchoolYear YearOf(
        int year,
        (DateOnly Starts, DateOnly Ends, DateOnly FirstWeek) first,
        (DateOnly Starts, DateOnly Ends, DateOnly FirstWeek) second) => new()
        {
            Name = $"{year}—{year + 1}学年",
            StartsOn = new(year, 9, 1),
            EndsOn = new(year + 1, 9, 1),
            Semesters =
            {
                new() { Number = 1, Name = "第一学期", StartsOn = first.Starts, EndsOn = first.Ends, FirstWeekStartsOn = first.FirstWeek },
                new() { Number = 2, Name = "第二学期", StartsOn = second.Starts, EndsOn = second.Ends, FirstWeekStartsOn = second.FirstWeek },
            },
        };

    private static IEnumerable<CalendarDay> Holidays(DateOnly first, int days, string name) =>
        Enumerable.Range(0, days).Select(day => new CalendarDay { Day = first.AddDays(day), Kind = CalendarDayKind.Holiday, Name = name });

    private static CalendarDay Workday(DateOnly day, string name) => new() { Day = day, Kind = CalendarDayKind.Workday, Name = name };
}
