namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What holds between classes, schools and school years (rule O6).</summary>
internal static class ClassRules
{
    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var firstInSlot = new Dictionary<(string School, SessionRow Year, short Grade, short Number), ClassRow>();

        var rules = new Rules<ClassRow>(log)
        {
            References =
            [
                new(ClassRow.SchoolColumn, c => c.SchoolSourcedId, RosterReasons.NoSuchOrg, c => roster.Orgs.Has(c.SchoolSourcedId)),
                new(ClassRow.CourseColumn, c => c.CourseSourcedId, RosterReasons.NoSuchCourse,
                    c => !roster.HasCourses || roster.Courses.Has(c.CourseSourcedId)),
                new(ClassRow.TermsColumn, c => string.Join(",", c.TermSourcedIds), RosterReasons.NoSuchSession,
                    c => c.TermSourcedIds.All(roster.Sessions.Has)),
            ],
            HangsOn = c => [roster.Orgs[c.SchoolSourcedId], .. c.TermSourcedIds.Select(t => roster.Sessions[t]), c.Year],
            Consistency =
            [
                new(ClassRow.SchoolColumn, c => c.SchoolSourcedId, RosterReasons.NotASchool, c => roster.Orgs[c.SchoolSourcedId]!.IsSchool),
                new(ClassRow.TermsColumn, c => string.Join(",", c.TermSourcedIds), RosterReasons.SeveralSchoolYears,
                    c => c.TermSourcedIds.Select(t => roster.Sessions[t]!.Year).Distinct().Count() == 1),
                new(ClassRow.TermsColumn, c => string.Join(",", c.TermSourcedIds), RosterReasons.NoSchoolYear, c => c.Year is not null),
                new(ClassRow.GradesColumn, c => $"{c.Grade:00}", RosterReasons.GradeDiffers,
                    c => ClassName.GradeOf(c.Title) is not { } said || said == c.Grade || CodeSaysGrade(c))
                    { Details = c => [ClassName.GradeOf(c.Title)] },
                new(ClassRow.GradesColumn, c => $"{c.Grade:00}", RosterReasons.GradeNotOfStage,
                    c => roster.Stages.Fits(roster.Orgs[c.SchoolSourcedId]!, c.Grade!.Value))
                    { Details = c => StageOf(roster.Orgs[c.SchoolSourcedId]!) },
                new(ClassRow.ClassCodeColumn, c => c.ClassCode, RosterReasons.ClassNumberUnknown, c => c.Number is not null),
                new(ClassRow.TitleColumn, c => c.Title, RosterReasons.TitleDiffers,
                    c => (ClassName.GradeOf(c.Title) ?? c.Grade) == c.Grade && (ClassName.NumberOf(null, c.Title) ?? c.Number) == c.Number)
                    { OnlyWarns = true, Details = c => [c.Grade, c.Number] },
                new(ClassRow.ClassCodeColumn, c => c.ClassCode, RosterReasons.ClassTwice, c => !firstInSlot.ContainsKey(Slot(c)))
                    { Details = c => [c.Grade, c.Number, firstInSlot[Slot(c)].Line] },
                new(ClassRow.ClassCodeColumn, c => c.ClassCode, RosterReasons.ClassHeld, c => stored.Classes.IsFree(stored.SlotOf(c), c))
                    { IsAskedAgain = true, Details = c => [c.Grade, c.Number] },
            ],
            Accept = c => firstInSlot.Add(Slot(c), c),
        };
        rules.Check(roster.Classes.Rows);
    }

    /// <summary>Two of code, grade and title agree against the third: here it is the title that is odd.</summary>
    private static bool CodeSaysGrade(ClassRow row) => row.ClassCode?.StartsWith($"{row.Grade:00}", StringComparison.Ordinal) == true;

    private static (string, SessionRow, short, short) Slot(ClassRow row) =>
        (row.SchoolSourcedId!, row.Year!, row.Grade!.Value, row.Number!.Value);

    private static object?[] StageOf(OrgRow school)
    {
        var name = school.Stage!.Value.Name();
        return [name.Chinese, name.English];
    }
}
