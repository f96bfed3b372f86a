using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Appointments;

/// <summary>Improvement notices (帮扶, rule A5): in every third school somebody was helped this term, in most with success.</summary>
internal static class NoticeData
{
    private static readonly string[] Reasons =
    [
        "早读与路队管理不到位，需加强跟班。", "班级常规检查连续两周居年级末位。", "家长群回复不及时，家校沟通需要改进。", "班会课缺少准备，未按周计划进行。",
    ];

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("notices");
        var (year, today) = (school.District.Calendar.This, school.District.Today);
        if (school.District.Schools.IndexOf(school) % 3 != 1 || school.ClassesOf(year).LastOrDefault(c => c.TeacherOn(today) is not null) is not { } schoolClass)
            return;
        var (teacher, term) = schoolClass.Terms.Last(t => t.Appointment.StartsOn <= today);
        var notice = Issue(school, teacher, term, year.StartsOn.AddDays(chance.Between(14, 40)), chance.Of(Reasons));
        if (chance.Is(60) && notice.StartsOn.AddDays(28) is var judged && judged < today)
            (notice.Outcome, notice.OutcomeOn, notice.OutcomeRemark) = (ImprovementOutcome.Improved, judged, "跟班指导四周，班级常规明显好转。");
    }

    /// <summary>A notice of two months, given on a day of a term.</summary>
    public static ImprovementNotice Issue(SeedSchool school, SeedTeacher teacher, Appointment term, DateOnly startsOn, string reason) =>
        school.District.Rows.Add(new ImprovementNotice
        {
            DistrictId = school.District.Id,
            ImprovementNoticeId = school.District.Rows.IdOf<ImprovementNotice>(),
            SchoolId = school.Id,
            AppointmentId = term.AppointmentId,
            TeacherId = teacher.Id,
            Reason = reason,
            Measures = "政教处安排骨干班主任跟班指导，每周听班会一次，每两周反馈一次。",
            IssuedBy = OfficeNames.MoralEducation,
            StartsOn = startsOn,
            DueOn = startsOn.AddDays(60),
        });
}
