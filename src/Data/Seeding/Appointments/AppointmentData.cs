using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Appointments;

/// <summary>
/// Appoints the homeroom teachers of a school, year by year: most follow their class up the grades; who is free then, or young, or
/// teaches a main subject, is asked first (rules A1, A6).
/// </summary>
internal static class AppointmentData
{
    private const int FollowsTheClass = 88;

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("appointments");
        var headed = new Dictionary<(Cohort, short), SeedTeacher>();
        foreach (var year in school.District.YearsWithClasses)
            headed = AppointYear(school, year, headed, chance);
    }

    /// <summary>Adds an appointment; the caller sees to rule A1.</summary>
    public static Appointment Appoint(
        SeedSchool school, SeedClass schoolClass, SeedTeacher teacher, AppointmentKind kind, DateOnly startsOn, DateOnly endsOn)
    {
        var row = school.District.Rows.Add(new Appointment
        {
            DistrictId = school.District.Id,
            AppointmentId = school.District.Rows.IdOf<Appointment>(),
            SchoolId = school.Id,
            ClassId = schoolClass.Id,
            TeacherId = teacher.Id,
            Kind = kind,
            StartsOn = startsOn,
            EndsOn = endsOn,
            EndReason = endsOn <= school.District.Today ? AppointmentEndReason.TermEnd : null,
        });
        teacher.Appointments.Add(row);
        if (kind != AppointmentKind.Deputy)
            schoolClass.Terms.Add((teacher, row));
        return row;
    }

    private static Dictionary<(Cohort, short), SeedTeacher> AppointYear(
        SeedSchool school, SchoolYear year, Dictionary<(Cohort, short), SeedTeacher> before, Chance chance)
    {
        var free = school.Teachers.Where(t => IsThere(t, school, year)).ToList();
        var heads = new Dictionary<(Cohort, short), SeedTeacher>();
        var classes = school.ClassesOf(year).ToList();
        foreach (var schoolClass in classes)
        {
            if (before.TryGetValue(KeyOf(schoolClass), out var teacher) && free.Contains(teacher) && chance.Is(FollowsTheClass))
                Take(schoolClass, teacher);
        }

        var served = before.Values.ToHashSet();
        foreach (var schoolClass in classes.Where(c => !heads.ContainsKey(KeyOf(c))))
            Take(schoolClass, free.MaxBy(t => Inclination(school, t, year, served) * chance.Between(40, 100))!);
        foreach (var schoolClass in classes)
            Appoint(school, schoolClass, heads[KeyOf(schoolClass)], AppointmentKind.Homeroom, year.StartsOn, year.EndsOn);
        return heads;

        void Take(SeedClass schoolClass, SeedTeacher teacher)
        {
            heads.Add(KeyOf(schoolClass), teacher);
            free.Remove(teacher);
        }
    }

    private static bool IsThere(SeedTeacher teacher, SeedSchool school, SchoolYear year) =>
        teacher.WorksAt(school.Id, year.StartsOn) && teacher.WorksAt(school.Id, year.EndsOn.AddDays(-1))
        && !(teacher.Row.Status == TeacherStatus.OnLeave && year == school.District.Calendar.This);

    private static int Inclination(SeedSchool school, SeedTeacher teacher, SchoolYear year, HashSet<SeedTeacher> served)
    {
        var inclination = teacher.Subject.Code is "chinese" or "mathematics" or "english" ? 5 : 2;
        if (served.Contains(teacher))
            inclination += 3;
        if (year.StartsOn.Year - teacher.StartedWorkOn.Year < 4)
            inclination += 3;
        if (school.Plan.Women.Contains(teacher.Name) || school.Plan.Men.Contains(teacher.Name))
            inclination += 20;
        return inclination;
    }

    private static (Cohort Cohort, short Number) KeyOf(SeedClass schoolClass) => (schoolClass.Cohort, schoolClass.Row.Number);
}
