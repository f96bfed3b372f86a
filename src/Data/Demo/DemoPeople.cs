using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>The teachers of the demo: dates, titles and subjects follow from their place in the list, so they are always the same.</summary>
internal sealed class DemoPeople(District district)
{
    private const int FirstYearOfWork = 1992;
    private int made;

    /// <summary>The teachers of a school in the order of the roster, all of them employed there.</summary>
    public List<Teacher> Employ(DemoSchool plan, School school)
    {
        var women = plan.Women.Split(' ').Select(name => (name, Gender.Female));
        var men = plan.Men.Split(' ').Select(name => (name, Gender.Male));
        var teachers = new List<Teacher>();
        foreach (var (name, gender) in women.Concat(men))
        {
            var teacher = Create(name, gender);
            teacher.Employments.Add(new() { School = school, StartsOn = teacher.StartedWorkOn!.Value });
            teachers.Add(teacher);
        }

        return teachers;
    }

    private Teacher Create(string name, Gender gender)
    {
        var place = made++;
        var startedWorkOn = new DateOnly(FirstYearOfWork + (place * 7 % 33), 8, 20 + (place % 10));
        var yearsOfWork = 2025 - startedWorkOn.Year;
        var teacher = new Teacher
        {
            District = district,
            StaffNumber = $"3704030{place + 1:0000}",
            Name = name,
            Pinyin = Pinyin.OfName(name),
            Gender = gender,
            StartedWorkOn = startedWorkOn,
            EarlierHomeroomMonths = Math.Min(place * 17 % 12, yearsOfWork) * 10,
            Subjects = { new() { Subject = district.Subjects[place % district.Subjects.Count] } },
        };
        teacher.Titles.AddRange(TitlesOf(startedWorkOn, place));
        district.Teachers.Add(teacher);
        return teacher;
    }

    // A step up every few years; nobody starts on the second rung.
    private static IEnumerable<TeacherTitle> TitlesOf(DateOnly startedWorkOn, int place)
    {
        (ProfessionalTitle Title, int AfterYears)[] ladder =
        [
            (ProfessionalTitle.Third, 1), (ProfessionalTitle.Second, 3), (ProfessionalTitle.First, 9 + (place % 3)),
            (ProfessionalTitle.Senior, 17 + (place % 5)), (ProfessionalTitle.FullSenior, 31),
        ];
        var reached = ladder.TakeWhile(step => startedWorkOn.Year + step.AfterYears <= 2026).ToArray();
        for (var step = 0; step < reached.Length; step++)
        {
            yield return new()
            {
                Title = reached[step].Title,
                StartsOn = new(startedWorkOn.Year + reached[step].AfterYears, 1, 1),
                EndsOn = step + 1 < reached.Length ? new(startedWorkOn.Year + reached[step + 1].AfterYears, 1, 1) : null,
            };
        }
    }
}
