using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Subjects, titles and employments of a teacher (rule O5).</summary>
internal static class CareerData
{
    private static readonly DateOnly[] Retirements = [new(2025, 9, 1), new(2026, 3, 1), new(2026, 9, 1)];

    public static void AddSubjects(SeedDistrict district, SeedTeacher teacher, Chance chance)
    {
        Teach(teacher.Subject);
        if (teacher.Subject.Code == "chinese" && chance.Is(18))
            Teach(district.Subjects["ethics"]);
        if (teacher.Subject.Code == "mathematics" && chance.Is(9))
            Teach(district.Subjects["informatics"]);

        void Teach(Subject subject) => district.Rows.Add(
            new TeacherSubject { DistrictId = district.Id, TeacherId = teacher.Id, SubjectId = subject.SubjectId });
    }

    /// <summary>A step up every few years; the higher ones not for everybody.</summary>
    public static void AddTitles(SeedDistrict district, SeedTeacher teacher, Chance chance)
    {
        var year = teacher.StartedWorkOn.Year + 1;
        var steps = new List<(ProfessionalTitle Title, int Year)>
        {
            (ProfessionalTitle.Third, year),
            (ProfessionalTitle.Second, year += chance.Between(2, 3)),
            (ProfessionalTitle.First, year += chance.Between(5, 9)),
        };
        if (chance.Is(46))
            steps.Add((ProfessionalTitle.Senior, year += chance.Between(6, 11)));
        if (steps.Count == 4 && chance.Is(3))
            steps.Add((ProfessionalTitle.FullSenior, year + chance.Between(6, 9)));
        var day = chance.Between(1, 28);
        var reached = steps.Select(step => (step.Title, StartsOn: new DateOnly(step.Year, 1, day)))
            .Where(step => step.StartsOn <= district.Today && IsWorkingOn(teacher, step.StartsOn)).ToArray();
        for (var step = 0; step < reached.Length; step++)
        {
            teacher.Titles.Add(district.Rows.Add(new TeacherTitle
            {
                DistrictId = district.Id,
                TeacherTitleId = district.Rows.IdOf<TeacherTitle>(),
                TeacherId = teacher.Id,
                Title = reached[step].Title,
                StartsOn = reached[step].StartsOn,
                EndsOn = step + 1 < reached.Length ? reached[step + 1].StartsOn : null,
            }));
        }
    }

    /// <summary>Some came from another school; some have gone into retirement or left, some are on leave.</summary>
    public static void AddEmployments(SeedSchool school, SeedTeacher teacher, bool isTold, Chance chance)
    {
        var startsOn = teacher.StartedWorkOn;
        if (!isTold && school.District.Schools.Count > 0 && startsOn.Year < 2020 && chance.Is(14))
        {
            var movedOn = new DateOnly(chance.Between(startsOn.Year + 3, 2024), 8, 25);
            Employ(chance.Of(school.District.Schools), startsOn, movedOn);
            startsOn = movedOn;
        }

        var employment = Employ(school, startsOn, endsOn: null);
        if (isTold)
            return;
        if (teacher.StartedWorkOn.Year <= 1991 && chance.Is(45))
            (teacher.Row.Status, employment.EndsOn) = (TeacherStatus.Retired, chance.Of(Retirements));
        else if (teacher.StartedWorkOn.Year <= 2022 && chance.Is(0.8))
            (teacher.Row.Status, employment.EndsOn) = (TeacherStatus.Left, chance.Of(Retirements));
        else if (chance.Is(1.4))
            teacher.Row.Status = TeacherStatus.OnLeave;

        Employment Employ(SeedSchool at, DateOnly from, DateOnly? endsOn)
        {
            var row = school.District.Rows.Add(new Employment
            {
                DistrictId = school.District.Id,
                EmploymentId = school.District.Rows.IdOf<Employment>(),
                TeacherId = teacher.Id,
                SchoolId = at.Id,
                StartsOn = from,
                EndsOn = endsOn,
            });
            teacher.Employments.Add(row);
            if (at != school)
                at.Teachers.Add(teacher);
            return row;
        }
    }

    private static bool IsWorkingOn(SeedTeacher teacher, DateOnly day) => teacher.StartedWorkOn < day;
}
