using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>
/// The classes of a school in a school year, with their homeroom teachers. A teacher follows the cohort through the section and
/// then takes its first grade again, so each class's teacher is known in every year.
/// </summary>
internal sealed class DemoClasses(School school, DemoSchool plan)
{
    private readonly Dictionary<(SchoolSection, int), Cohort> cohorts = [];

    /// <summary>The classes of one year, each with the place of its homeroom teacher in the school's list.</summary>
    public List<(SchoolClass Class, int TeacherPlace)> Of(SchoolYear year)
    {
        var classes = new List<(SchoolClass, int)>();
        var places = 0;
        foreach (var (section, classesAGrade) in plan.Sections)
        {
            var (firstGrade, grades) = GradesOf(section);
            for (var number = 1; number <= classesAGrade; number++, places += grades)
            {
                for (var step = 0; step < grades; step++)
                {
                    var entryYear = year.StartsOn.Year - step;
                    classes.Add((Create(year, section, firstGrade + step, number, entryYear), places + (entryYear % grades)));
                }
            }
        }

        return classes;
    }

    private SchoolClass Create(SchoolYear year, SchoolSection section, int grade, int number, int entryYear)
    {
        var created = new SchoolClass
        {
            School = school,
            SchoolYear = year,
            Cohort = CohortOf(section, entryYear),
            Grade = (short)grade,
            Number = (short)number,
            Name = $"{NameOf(grade)}{number}班",
            HeadCount = 38 + (((grade * 5) + (number * 3) + entryYear) % 11),
        };
        school.Classes.Add(created);
        return created;
    }

    private Cohort CohortOf(SchoolSection section, int entryYear)
    {
        if (!cohorts.TryGetValue((section, entryYear), out var cohort))
        {
            cohort = new() { School = school, Section = section, EntryYear = entryYear };
            cohorts.Add((section, entryYear), cohort);
        }

        return cohort;
    }

    private static (int FirstGrade, int Grades) GradesOf(SchoolSection section) => section switch
    {
        SchoolSection.Primary => (1, 6),
        SchoolSection.Junior => (7, 3),
        SchoolSection.Senior => (10, 3),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private static string NameOf(int grade) =>
        grade <= 9 ? $"{"一二三四五六七八九"[grade - 1]}年级" : $"高{"一二三"[grade - 10]}";
}
