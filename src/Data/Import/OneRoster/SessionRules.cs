namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What holds between school years and their semesters (rule O4).</summary>
internal static class SessionRules
{
    private const int LongestYear = 400;

    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var sessions = roster.Sessions;
        var yearsBefore = new List<SessionRow>();
        var semestersBefore = new List<SessionRow>();

        var rules = new Rules<SessionRow>(log)
        {
            References =
            [
                new(SessionRow.ParentColumn, s => s.ParentSourcedId, RosterReasons.NoSuchSession,
                    s => s.ParentSourcedId is null || sessions.Has(s.ParentSourcedId)),
            ],
            HangsOn = s => [sessions[s.ParentSourcedId]],
            Consistency =
            [
                new(SessionRow.EndColumn, s => $"{s.End:yyyy-MM-dd}", RosterReasons.EndsBeforeItBegins,
                    s => s.Start < s.End) { Details = s => [$"{s.Start:yyyy-MM-dd}"] },
                new(SessionRow.EndColumn, s => $"{s.End:yyyy-MM-dd}", RosterReasons.TooLongPeriod,
                    s => s.Start?.AddDays(LongestYear) >= s.End) { Details = _ => [LongestYear] },

                new(SessionRow.SchoolYearColumn, s => $"{s.SchoolYear}", RosterReasons.SchoolYearDiffers,
                    s => !s.IsSchoolYear || s.SchoolYear == s.End?.Year)
                    { OnlyWarns = true, Details = s => [s.End?.Year] },
                new(SessionRow.StartColumn, s => $"{s.Start:yyyy-MM-dd}", RosterReasons.SchoolYearsOverlap,
                    s => !s.IsSchoolYear || Overlapping(s, yearsBefore) is null)
                    { Details = s => [Overlapping(s, yearsBefore)?.Line] },

                new(SessionRow.TitleColumn, s => s.Title, RosterReasons.SchoolYearTwice,
                    s => !s.IsSchoolYear || SameTitle(s, yearsBefore) is null) { Details = s => [SameTitle(s, yearsBefore)?.Line] },
                new(SessionRow.StartColumn, s => $"{s.Start:yyyy-MM-dd}", RosterReasons.PeriodHeld,
                    s => !s.IsSchoolYear || stored.YearBeside(s) is null)
                    { IsAskedAgain = true, Details = s => [stored.YearBeside(s)?.Name] },

                new(SessionRow.ParentColumn, s => s.ParentSourcedId, RosterReasons.NoSchoolYear,
                    s => !s.IsSemester || (s.Year is not null && (s.YearIsParent || s.ParentSourcedId is null))),
                new(SessionRow.StartColumn, s => $"{s.Start:yyyy-MM-dd}", RosterReasons.OutsideSchoolYear,
                    s => !s.IsSemester || (s.Start >= s.Year!.Start && s.Start < s.Year.End)) { Details = YearOf },
                new(SessionRow.EndColumn, s => $"{s.End:yyyy-MM-dd}", RosterReasons.OutsideSchoolYear,
                    s => !s.IsSemester || s.End <= s.Year!.End) { Details = YearOf },
                new(SessionRow.TitleColumn, s => s.Title, RosterReasons.SemesterTwice,
                    s => !s.IsSemester || SameNumber(s, semestersBefore) is null)
                    { Details = s => [s.SemesterNumber, SameNumber(s, semestersBefore)?.Line] },
                new(SessionRow.StartColumn, s => $"{s.Start:yyyy-MM-dd}", RosterReasons.SemestersOverlap,
                    s => !s.IsSemester || Overlapping(s, semestersBefore) is null)
                    { Details = s => [Overlapping(s, semestersBefore)?.Line] },
                new(SessionRow.StartColumn, s => $"{s.Start:yyyy-MM-dd}", RosterReasons.PeriodHeld,
                    s => !s.IsSemester || stored.SemesterBeside(s) is null)
                    { IsAskedAgain = true, Details = s => [stored.SemesterBeside(s)?.Name] },
            ],
            Accept = s =>
            {
                if (s.IsSchoolYear) yearsBefore.Add(s);
                if (s.IsSemester) semestersBefore.Add(s);
            },
        };
        rules.Check(sessions.Rows.Where(s => s.IsSchoolYear));
        rules.Check(sessions.Rows.Where(s => !s.IsSchoolYear && s.YearIsParent));
        rules.Check(sessions.Rows.Where(s => !s.IsSchoolYear && !s.YearIsParent));
    }

    private static SessionRow? Overlapping(SessionRow session, List<SessionRow> earlier) =>
        earlier.Find(other => session.Start < other.End && other.Start < session.End);

    private static SessionRow? SameTitle(SessionRow year, List<SessionRow> earlier) => earlier.Find(other => other.Title == year.Title);

    private static SessionRow? SameNumber(SessionRow semester, List<SessionRow> earlier) =>
        earlier.Find(other => other.Year == semester.Year && other.SemesterNumber == semester.SemesterNumber);

    private static object?[] YearOf(SessionRow session) => [$"{session.Year?.Start:yyyy-MM-dd}", $"{session.Year?.End:yyyy-MM-dd}"];
}
