using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>The teachers of a school: who they are, when they came, what they teach, how many years they have headed a class before.</summary>
internal static class TeacherData
{
    // The told ones head classes in every year, so they can't be the youngest.
    private const int ToldFrom = 1998, ToldTo = 2014;

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("teachers");
        foreach (var name in school.Plan.Women)
            Add(school, Gender.Female, name, chance);
        foreach (var name in school.Plan.Men)
            Add(school, Gender.Male, name, chance);
        while (school.Teachers.Count < school.Plan.Teachers)
            Add(school, chance.Is(ShareOfWomen(school.Row.Stage)) ? Gender.Female : Gender.Male, name: null, chance);
    }

    private static void Add(SeedSchool school, Gender gender, string? name, Chance chance)
    {
        var district = school.District;
        var startYear = name is not null ? chance.Between(ToldFrom, ToldTo) : StartYear(chance);
        var subject = district.Subjects[SubjectList.Draw(school.Plan, chance)];
        name ??= PersonNames.Of(gender, startYear, chance);
        var row = district.Rows.Add(new Teacher
        {
            DistrictId = district.Id,
            TeacherId = district.Rows.IdOf<Teacher>(),
            StaffNumber = $"{district.Code}{++district.Teachers:00000}",
            Name = name,
            Pinyin = Pinyin.OfName(name),
            Gender = gender,
            StartedWorkOn = new(startYear, 8, chance.Between(18, 30)),
            EarlierHomeroomMonths = 12 * chance.Between(0, Math.Max(0, (2024 - startYear) * 2 / 3)),
        });
        var teacher = new SeedTeacher(row, subject);
        school.Teachers.Add(teacher);
        CareerData.AddSubjects(district, teacher, chance);
        CareerData.AddTitles(district, teacher, chance);
        CareerData.AddEmployments(school, teacher, isTold: school.Teachers.Count <= school.Plan.Women.Count + school.Plan.Men.Count, chance);
    }

    private static int StartYear(Chance chance) => chance.Below(200) switch
    {
        < 9 => 2026,
        < 19 => 2025,
        < 28 => 2024,
        < 52 => chance.Between(2019, 2023),
        < 112 => chance.Between(2008, 2018),
        < 182 => chance.Between(1996, 2007),
        _ => chance.Between(1988, 1995),
    };

    private static int ShareOfWomen(SchoolStage stage) => stage switch
    {
        SchoolStage.Primary => 74,
        SchoolStage.NineYear => 66,
        SchoolStage.Junior => 60,
        _ => 52,
    };
}
