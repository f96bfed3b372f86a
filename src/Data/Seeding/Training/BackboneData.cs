using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>Backbone teachers (骨干教师) with what they owe each semester (rule T9); some of this semester's is still open.</summary>
internal static class BackboneData
{
    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("backbone");
        var today = school.District.Today;
        foreach (var teacher in school.TeachersOn(today).Where(t => t.Row.Status == TeacherStatus.Active && t.TitleOn(today) >= ProfessionalTitle.First).ToList())
        {
            if (!chance.Is(7))
                continue;
            var level = chance.Of([BackboneLevel.School, BackboneLevel.County, BackboneLevel.County, BackboneLevel.City]);
            var designation = school.District.Rows.Add(new BackboneDesignation
            {
                DistrictId = school.District.Id,
                BackboneDesignationId = school.District.Rows.IdOf<BackboneDesignation>(),
                TeacherId = teacher.Id,
                Level = level,
                Field = teacher.TermOn(today) is not null && chance.Is(40) ? "班主任工作" : teacher.Subject.Name,
                DesignatedBy = level switch { BackboneLevel.School => school.Row.Name, BackboneLevel.County => school.District.Authority, _ => "市教育局" },
                StartsOn = new(2025, 9, 1),
                EndsOn = new(2028, 9, 1),
            });
            foreach (var semester in school.District.Calendar.Semesters.Where(s => s.StartsOn >= designation.StartsOn && s.StartsOn < today))
                Owe(school, teacher, designation, semester, chance);
        }
    }

    private static void Owe(SeedSchool school, SeedTeacher teacher, BackboneDesignation designation, Semester semester, Chance chance)
    {
        var isDone = semester.EndsOn < school.District.Today ? chance.Is(95) : chance.Is(45);
        var until = semester.EndsOn < school.District.Today ? semester.EndsOn : school.District.Today;
        school.District.Rows.Add(new BackboneDuty
        {
            DistrictId = school.District.Id,
            BackboneDutyId = school.District.Rows.IdOf<BackboneDuty>(),
            TeacherId = teacher.Id,
            BackboneDesignationId = designation.BackboneDesignationId,
            SemesterId = semester.SemesterId,
            Kind = BackboneDutyKind.DemonstrationLesson,
            Description = $"{semester.Name}校级以上示范课一节",
            DoneOn = isDone ? chance.Day(semester.StartsOn.AddDays(14), until) : null,
            Evidence = isDone ? "公开课教案、听课记录与评课表" : null,
        });
    }
}
