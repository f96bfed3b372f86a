using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Three school years with their semesters, and the holidays and make-up workdays up to the winter of 2026 (rule O4).</summary>
internal sealed class SeedCalendar
{
    private readonly SeedDistrict district;
    private readonly HashSet<DateOnly> holidays = [];
    private readonly HashSet<DateOnly> workdays = [];

    public SeedCalendar(SeedDistrict district)
    {
        this.district = district;
        BeforeLast = YearOf(2024, first: (new(2024, 9, 2), new(2025, 1, 19)), second: (new(2025, 2, 17), new(2025, 7, 5)));
        Last = YearOf(2025, first: (new(2025, 9, 1), new(2026, 1, 31)), second: (new(2026, 3, 2), new(2026, 7, 11)));
        This = YearOf(2026, first: (new(2026, 9, 1), new(2027, 1, 23)), second: (new(2027, 2, 17), new(2027, 7, 10)));
        AddDays();
    }

    public SchoolYear BeforeLast { get; }
    public SchoolYear Last { get; }
    public SchoolYear This { get; }

    public IEnumerable<SchoolYear> Years => [BeforeLast, Last, This];

    /// <summary>All semesters, in the order of time.</summary>
    public List<Semester> Semesters { get; } = [];

    /// <summary>The semester of today.</summary>
    public Semester Current => SemesterOn(district.Today);

    public Semester SemesterOn(DateOnly day) => Semesters.Find(s => s.StartsOn <= day && day < s.EndsOn)
        ?? throw new InvalidOperationException($"No semester has the day {day:yyyy-MM-dd}.");

    public SchoolYear YearOf(DateOnly day) => Years.Single(y => y.StartsOn <= day && day < y.EndsOn);

    public bool IsSchoolDay(DateOnly day) =>
        workdays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day));

    /// <summary>The school days of the half-open period.</summary>
    public IEnumerable<DateOnly> SchoolDays(DateOnly startsOn, DateOnly endsOn)
    {
        for (var day = startsOn; day < endsOn; day = day.AddDays(1))
        {
            if (IsSchoolDay(day))
                yield return day;
        }
    }

    private SchoolYear YearOf(int year, (DateOnly Starts, DateOnly Ends) first, (DateOnly Starts, DateOnly Ends) second)
    {
        var row = district.Rows.Add(new SchoolYear
        {
            DistrictId = district.Id,
            SchoolYearId = district.Rows.IdOf<SchoolYear>(),
            Name = $"{year}—{year + 1}学年",
            StartsOn = new(year, 9, 1),
            EndsOn = new(year + 1, 9, 1),
        });
        AddSemester(row, 1, "第一学期", first.Starts, first.Ends);
        AddSemester(row, 2, "第二学期", second.Starts, second.Ends);
        return row;
    }

    // Weeks begin on Mondays.
    private void AddSemester(SchoolYear year, short number, string name, DateOnly startsOn, DateOnly endsOn) =>
        Semesters.Add(district.Rows.Add(new Semester
        {
            DistrictId = district.Id,
            SemesterId = district.Rows.IdOf<Semester>(),
            SchoolYearId = year.SchoolYearId,
            Number = number,
            Name = name,
            StartsOn = startsOn,
            EndsOn = endsOn,
            FirstWeekStartsOn = startsOn.AddDays(-(((int)startsOn.DayOfWeek + 6) % 7)),
        }));

    private void AddDays()
    {
        AddWorkday(new(2025, 9, 28), "国庆节调休");
        AddHolidays(new(2025, 10, 1), 8, "国庆节、中秋节");
        AddWorkday(new(2025, 10, 11), "国庆节调休");
        AddHolidays(new(2026, 1, 1), 3, "元旦");
        AddWorkday(new(2026, 1, 4), "元旦调休");
        AddHolidays(new(2026, 4, 4), 3, "清明节");
        AddHolidays(new(2026, 5, 1), 5, "劳动节");
        AddWorkday(new(2026, 5, 9), "劳动节调休");
        AddHolidays(new(2026, 6, 19), 3, "端午节");
        AddWorkday(new(2026, 9, 20), "国庆节调休");
        AddHolidays(new(2026, 9, 25), 3, "中秋节");
        AddHolidays(new(2026, 10, 1), 7, "国庆节");
        AddWorkday(new(2026, 10, 10), "国庆节调休");
        AddHolidays(new(2027, 1, 1), 1, "元旦");
    }

    private void AddHolidays(DateOnly first, int days, string name)
    {
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            holidays.Add(day);
            Add(day, CalendarDayKind.Holiday, name);
        }
    }

    private void AddWorkday(DateOnly day, string name)
    {
        workdays.Add(day);
        Add(day, CalendarDayKind.Workday, name);
    }

    private void Add(DateOnly day, CalendarDayKind kind, string name) =>
        district.Rows.Add(new CalendarDay
        {
            DistrictId = district.Id, CalendarDayId = district.Rows.IdOf<CalendarDay>(), Day = day, Kind = kind, Name = name,
        });
}
