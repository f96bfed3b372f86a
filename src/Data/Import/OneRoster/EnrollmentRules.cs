namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What holds between appointments, classes and teachers (rule A1).</summary>
internal static class EnrollmentRules
{
    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var ofClass = new Dictionary<string, List<EnrollmentRow>>();
        var ofTeacher = new Dictionary<string, List<EnrollmentRow>>();
        ClassRow ClassOf(EnrollmentRow e) => roster.Classes[e.ClassSourcedId]!;
        SessionRow YearOf(EnrollmentRow e) => ClassOf(e).Year!;
        EnrollmentRow? InClass(EnrollmentRow e) => ofClass.GetValueOrDefault(e.ClassSourcedId!)?.Find(e.Overlaps);
        EnrollmentRow? OfTeacher(EnrollmentRow e) => ofTeacher.GetValueOrDefault(e.UserSourcedId!)?.Find(e.Overlaps);
        object?[] Year(EnrollmentRow e) => [$"{YearOf(e).Start:yyyy-MM-dd}", $"{YearOf(e).End:yyyy-MM-dd}"];

        var rules = new Rules<EnrollmentRow>(log)
        {
            References =
            [
                new(EnrollmentRow.ClassColumn, e => e.ClassSourcedId, RosterReasons.NoSuchClass, e => roster.Classes.Has(e.ClassSourcedId)),
                new(EnrollmentRow.SchoolColumn, e => e.SchoolSourcedId, RosterReasons.NoSuchOrg, e => roster.Orgs.Has(e.SchoolSourcedId)),
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.NoSuchUser,
                    e => roster.Users.Has(e.UserSourcedId) || roster.OtherPeople.Contains(e.UserSourcedId)),
            ],
            HangsOn = e => [roster.Classes[e.ClassSourcedId], roster.Users[e.UserSourcedId], roster.Orgs[e.SchoolSourcedId]],
            Consistency =
            [
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.NotATeacher, e => roster.Users.Has(e.UserSourcedId)),
                new(EnrollmentRow.SchoolColumn, e => e.SchoolSourcedId, RosterReasons.SchoolOfClassDiffers,
                    e => e.SchoolSourcedId == ClassOf(e).SchoolSourcedId) { Details = e => [ClassOf(e).SchoolSourcedId] },
                new(EnrollmentRow.EndColumn, e => $"{e.EndsOn:yyyy-MM-dd}", RosterReasons.EndsBeforeItBegins,
                    e => e.StartsOn < e.EndsOn) { Details = e => [$"{e.StartsOn:yyyy-MM-dd}"] },
                new(EnrollmentRow.BeginColumn, e => $"{e.StartsOn:yyyy-MM-dd}", RosterReasons.OutsideSchoolYear,
                    e => e.StartsOn >= YearOf(e).Start && e.StartsOn < YearOf(e).End) { Details = Year },
                new(EnrollmentRow.EndColumn, e => $"{e.EndsOn:yyyy-MM-dd}", RosterReasons.OutsideSchoolYear,
                    e => e.EndsOn <= YearOf(e).End) { Details = Year },
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.SecondHomeroomTeacher,
                    e => InClass(e) is null) { Details = e => [InClass(e)?.Line] },
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.HeadsTwoClasses,
                    e => OfTeacher(e) is null) { Details = e => [OfTeacher(e)?.Line] },
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.AppointmentHeld,
                    e => stored.AppointmentBeside(e) is null)
                    { IsAskedAgain = true, Details = e => [stored.AppointmentBeside(e)?.Shown] },
                new(EnrollmentRow.UserColumn, e => e.UserSourcedId, RosterReasons.NotEmployedThere,
                    e => roster.RolesOf(e.UserSourcedId!).Any(r =>
                        r.IsGood && r.OrgSourcedId == ClassOf(e).SchoolSourcedId && r.Covers(e.StartsOn))) { OnlyWarns = true },
            ],
            Accept = e =>
            {
                Add(ofClass, e.ClassSourcedId!, e);
                Add(ofTeacher, e.UserSourcedId!, e);
            },
        };
        rules.Check(roster.Enrollments.Rows);
    }

    private static void Add(Dictionary<string, List<EnrollmentRow>> rows, string key, EnrollmentRow row)
    {
        if (!rows.TryGetValue(key, out var list)) rows[key] = list = [];
        list.Add(row);
    }
}
