using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>The classes of a school in each year; a cohort goes through the grades (rule O6).</summary>
internal static class ClassData
{
    public static void Add(SeedSchool school)
    {
        var cohorts = new Dictionary<(SchoolSection, int), Cohort>();
        foreach (var year in school.District.YearsWithClasses)
        {
            foreach (var section in school.Plan.Sections)
            {
                for (var step = 0; step < section.Grades; step++)
                {
                    var cohort = CohortOf(section.Section, year.StartsOn.Year - step);
                    for (var number = 1; number <= section.ClassesAGrade; number++)
                        school.Classes.Add(Create(school, year, cohort, section.FirstGrade + step, number));
                }
            }
        }

        Cohort CohortOf(SchoolSection section, int entryYear)
        {
            if (!cohorts.TryGetValue((section, entryYear), out var cohort))
            {
                cohorts[(section, entryYear)] = cohort = school.District.Rows.Add(new Cohort
                {
                    DistrictId = school.District.Id,
                    CohortId = school.District.Rows.IdOf<Cohort>(),
                    SchoolId = school.Id,
                    Section = section,
                    EntryYear = entryYear,
                });
            }

            return cohort;
        }
    }

    // A cohort's classes keep about their size: a child or two come and go.
    private static SeedClass Create(SeedSchool school, SchoolYear year, Cohort cohort, int grade, int number)
    {
        var entered = new Chance($"{school.Row.Code} {cohort.Section} {cohort.EntryYear} {number}").Between(34, 48);
        var changed = new Chance($"{school.Row.Code} {year.Name} {grade} {number}").Between(-2, 2);
        var row = school.District.Rows.Add(new SchoolClass
        {
            DistrictId = school.District.Id,
            ClassId = school.District.Rows.IdOf<SchoolClass>(),
            SchoolId = school.Id,
            SchoolYearId = year.SchoolYearId,
            CohortId = cohort.CohortId,
            Grade = (short)grade,
            Number = (short)number,
            Name = $"{NameOf(grade)}{number}班",
            HeadCount = entered + changed,
        });
        return new(row, year, cohort);
    }

    /// <summary>How a grade is called in the name of a class.</summary>
    public static string NameOf(int grade) =>
        grade <= 9 ? $"{"一二三四五六七八九"[grade - 1]}年级" : $"高{"一二三"[grade - 10]}";
}
