using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Offices, research groups and grade teams of a school with the people in them (rules O1 to O3).</summary>
internal static class GroupData
{
    private static readonly DateOnly Since = new(2023, 9, 1);

    private static readonly (OfficeKind Kind, string Name)[] Offices =
    [
        (OfficeKind.Principal, OfficeNames.Principal), (OfficeKind.Research, OfficeNames.Research),
        (OfficeKind.AcademicAffairs, OfficeNames.AcademicAffairs), (OfficeKind.MoralEducation, OfficeNames.MoralEducation),
        (OfficeKind.GeneralAffairs, OfficeNames.GeneralAffairs),
    ];

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("groups");
        AddOffices(school, chance);
        AddResearchGroups(school);
        foreach (var year in new[] { school.District.Calendar.Last, school.District.Calendar.This })
            AddGradeTeams(school, year);
    }

    private static void AddOffices(SeedSchool school, Chance chance)
    {
        foreach (var (kind, name) in Offices)
        {
            var office = school.District.Rows.Add(new Office
            {
                DistrictId = school.District.Id,
                OfficeId = school.District.Rows.IdOf<Office>(),
                SchoolId = school.Id,
                Kind = kind,
                Name = name,
            });
            if (school.OfficeHeads.TryGetValue(name, out var head))
                Post(office, head, OfficePost.Head);
        }

        void Post(Office office, SeedTeacher teacher, OfficePost post) => school.District.Rows.Add(new OfficeStaff
        {
            DistrictId = school.District.Id,
            OfficeStaffId = school.District.Rows.IdOf<OfficeStaff>(),
            SchoolId = school.Id,
            OfficeId = office.OfficeId,
            TeacherId = teacher.Id,
            Name = teacher.Name,
            Post = post,
            StartsOn = StartOf(school, teacher, new(chance.Between(2018, 2024), 9, 1)),
        });
    }

    private static void AddResearchGroups(SeedSchool school)
    {
        var central = Group(school, ResearchGroupKind.Central, null, "中心教研组");
        foreach (var subject in school.District.Subjects.Values)
        {
            var teachers = school.TeachersOn(school.District.Today).Where(t => t.Subject == subject && t.Row.Status != TeacherStatus.Retired).ToList();
            if (teachers.Count < 2)
                continue;
            var group = Group(school, ResearchGroupKind.Subject, subject.SubjectId, $"{subject.Name}教研组");
            var head = teachers.Where(t => t.StartedWorkOn.Year < 2020).MaxBy(t => (t.TitleOn(school.District.Today) ?? 0, -t.StartedWorkOn.DayNumber));
            foreach (var teacher in teachers)
                Join(school, group, teacher, teacher == head ? ResearchGroupPost.Head : ResearchGroupPost.Member);
            if (head is null)
                continue;
            school.GroupHeads[subject] = head;
            Join(school, central, head, school.GroupHeads.Count == 1 ? ResearchGroupPost.Head : ResearchGroupPost.Member);
        }
    }

    private static ResearchGroup Group(SeedSchool school, ResearchGroupKind kind, long? subjectId, string name) =>
        school.District.Rows.Add(new ResearchGroup
        {
            DistrictId = school.District.Id,
            ResearchGroupId = school.District.Rows.IdOf<ResearchGroup>(),
            SchoolId = school.Id,
            Kind = kind,
            SubjectId = subjectId,
            Name = name,
        });

    private static void Join(SeedSchool school, ResearchGroup group, SeedTeacher teacher, ResearchGroupPost post) =>
        school.District.Rows.Add(new ResearchGroupMember
        {
            DistrictId = school.District.Id,
            ResearchGroupMemberId = school.District.Rows.IdOf<ResearchGroupMember>(),
            SchoolId = school.Id,
            ResearchGroupId = group.ResearchGroupId,
            TeacherId = teacher.Id,
            Name = teacher.Name,
            Post = post,
            StartsOn = StartOf(school, teacher, Since),
        });

    private static void AddGradeTeams(SeedSchool school, SchoolYear year)
    {
        foreach (var grade in school.ClassesOf(year).GroupBy(c => c.Row.Grade))
        {
            var team = school.District.Rows.Add(new GradeTeam
            {
                DistrictId = school.District.Id,
                GradeTeamId = school.District.Rows.IdOf<GradeTeam>(),
                SchoolId = school.Id,
                SchoolYearId = year.SchoolYearId,
                Grade = grade.Key,
                Name = $"{ClassData.NameOf(grade.Key)}年级组".Replace("年级年级", "年级", StringComparison.Ordinal),
            });
            var head = grade.Select(c => c.Terms[0].Teacher).MinBy(t => t.StartedWorkOn)!;
            school.District.Rows.Add(new GradeTeamHead
            {
                DistrictId = school.District.Id,
                GradeTeamHeadId = school.District.Rows.IdOf<GradeTeamHead>(),
                SchoolId = school.Id,
                GradeTeamId = team.GradeTeamId,
                TeacherId = head.Id,
                Name = head.Name,
                StartsOn = year.StartsOn,
                EndsOn = year.EndsOn,
            });
        }
    }

    private static DateOnly StartOf(SeedSchool school, SeedTeacher teacher, DateOnly since)
    {
        var came = teacher.Employments.Last(e => e.SchoolId == school.Id).StartsOn;
        return came > since ? came : since;
    }
}
