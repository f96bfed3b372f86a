using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Appointments;

/// <summary>
/// What goes before the appointments of last year and this one, and is noted on them: who is new to a class was screened, and all were
/// approved (rules A2, A6). A few candidates were not taken.
/// </summary>
internal static class ScreeningData
{
    private static readonly string[] Remarks =
    [
        "热爱学生，责任心强，家长反映好。", "工作踏实，善于组织班级活动。", "课堂管理有方法，与学生沟通顺畅。", "有多年班主任经验，班级常规扎实。", "年轻有热情，建议参加岗前培训。",
        "教学能力突出，组织协调能力较强。",
    ];

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("screening");
        var calendar = school.District.Calendar;
        foreach (var year in new[] { calendar.Last, calendar.This })
        {
            foreach (var schoolClass in school.ClassesOf(year))
            {
                foreach (var (teacher, appointment) in schoolClass.Terms.Where(t => t.Appointment.State == AppointmentState.Active))
                {
                    Note(school, appointment, year, chance);
                    if (appointment is { Kind: AppointmentKind.Homeroom } && appointment.StartsOn == year.StartsOn && !HeadedItBefore(teacher, schoolClass, school))
                        appointment.ScreeningId = Screen(school, year, teacher, schoolClass, isNew: teacher.ServiceMonthsOn(year.StartsOn) < 12, chance);
                }
            }

            if (chance.Is(30) && school.TeachersOn(year.StartsOn).LastOrDefault(t => t.TermOn(year.StartsOn) is null && t.StartedWorkOn.Year > 2016) is { } refused)
                Refuse(school, year, refused, chance);
        }
    }

    private static void Note(SeedSchool school, Appointment appointment, SchoolYear year, Chance chance)
    {
        appointment.MonthlyAllowance = 10 * chance.Between(30, 50);
        appointment.LessonLoadCredit = 0.5m;
        appointment.ApprovedBy = school.NameOfHead(OfficeNames.Principal);
        appointment.ApprovedOn = appointment.StartsOn == year.StartsOn ? year.StartsOn.AddDays(-4) : appointment.StartsOn.AddDays(-1);
        if (appointment.StartsOn != year.StartsOn)
            appointment.ShortTermReason ??= appointment.Kind == AppointmentKind.Acting ? "原班主任休假，代理期间履行班主任职责" : "接任原班主任，任期至学年结束";
        else if (appointment.EndsOn < year.EndsOn)
            appointment.ShortTermReason ??= "学年中另有安排";
    }

    private static long Screen(SeedSchool school, SchoolYear year, SeedTeacher teacher, SeedClass schoolClass, bool isNew, Chance chance)
    {
        var row = Row(school, year, teacher, least: 78, chance);
        row.ClassId = schoolClass.Id;
        row.Outcome = isNew ? ScreeningOutcome.SuitableAfterTraining : ScreeningOutcome.Suitable;
        row.Remark = chance.Of(Remarks);
        return row.ScreeningId;
    }

    private static void Refuse(SeedSchool school, SchoolYear year, SeedTeacher teacher, Chance chance)
    {
        var row = Row(school, year, teacher, least: 52, chance);
        row.StartingGrade = (short)school.Plan.Sections.First().FirstGrade;
        row.Outcome = ScreeningOutcome.Unsuitable;
        row.Remark = "本学年教学任务重，且缺乏班级管理经验，暂不聘任。";
    }

    private static Screening Row(SeedSchool school, SchoolYear year, SeedTeacher teacher, int least, Chance chance)
    {
        return school.District.Rows.Add(new Screening
        {
            DistrictId = school.District.Id,
            ScreeningId = school.District.Rows.IdOf<Screening>(),
            SchoolId = school.Id,
            SchoolYearId = year.SchoolYearId,
            TeacherId = teacher.Id,
            ScreenedOn = year.StartsOn.AddDays(-chance.Between(5, 9)),
            ScreenedBy = $"{school.NameOfHead(OfficeNames.MoralEducation)}（政教处）",
            LoveOfStudents = Score(),
            LoveOfTheWork = Score(),
            Conduct = Score(),
            KnowledgeAndTeaching = Score(),
            OrganisingAbility = Score(),
            Responsibility = Score(),
            Outcome = ScreeningOutcome.Suitable,
        });

        short Score() => (short)chance.Between(least, Math.Min(98, least + 20));
    }

    private static bool HeadedItBefore(SeedTeacher teacher, SeedClass schoolClass, SeedSchool school) =>
        school.Classes.Exists(c => c.Cohort == schoolClass.Cohort && c.Row.Number == schoolClass.Row.Number
            && c.Year.EndsOn == schoolClass.Year.StartsOn && c.Terms.Exists(t => t.Teacher == teacher));
}
