using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Archive;

/// <summary>Plans and summaries of semesters (rule V1): most homeroom teachers have written theirs, some of them as a file.</summary>
internal static class ReportData
{
    private static readonly string[] Plans =
    [
        "一、班情分析：本班学生习惯基础较好，课间秩序有待加强。\n二、工作重点：建立班级公约，落实小干部轮值。\n三、家校沟通：每月一次家长信，期中开家长会。",
        "一、本学期以“守时、整洁、有礼”为养成主线。\n二、每周班会一个主题，每月评选班级之星。\n三、对学习有困难的三名学生结对帮扶。",
        "一、落实一日常规，做好晨检与午间管理。\n二、开展书香班级建设，人均阅读不少于四本。\n三、参加校级课题，完成一篇教育案例。",
    ];

    private static readonly string[] Summaries =
    [
        "一、班级公约执行情况良好，常规检查名列年级前茅。\n二、家访三十余人次，家校关系融洽。\n三、不足：个别学生作业拖沓，下学期继续跟进。",
        "一、班级之星评选形成常态，学生主动性明显提高。\n二、结对帮扶的学生均有进步。\n三、今后要加强学习，多总结、多积累案例。",
        "一、书香班级活动丰富，人均阅读五本以上。\n二、参加培训四次，完成读书笔记两篇。\n三、课间安全教育还需常抓不懈。",
    ];

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("semester reports");
        var today = school.District.Today;
        foreach (var semester in school.District.Calendar.Semesters.Where(one => one.StartsOn <= today).TakeLast(2))
        {
            var written = new HashSet<long>();
            foreach (var schoolClass in school.ClassesOf(school.District.Calendar.YearOf(semester.StartsOn)))
            {
                if (schoolClass.TeacherOn(semester.StartsOn.AddDays(20)) is not { } teacher || !written.Add(teacher.Id))
                    continue;
                var (planned, ended) = (semester.StartsOn.AddDays(chance.Between(1, 14)), semester.EndsOn.AddDays(-chance.Between(1, 8)));
                if (planned <= today && chance.Is(85)) Write(school, semester, teacher, SemesterReportKind.Plan, chance.Of(Plans), planned, chance);
                if (ended <= today && chance.Is(80)) Write(school, semester, teacher, SemesterReportKind.Summary, chance.Of(Summaries), ended, chance);
            }
        }
    }

    private static void Write(SeedSchool school, Semester semester, SeedTeacher teacher, SemesterReportKind kind, string text, DateOnly day, Chance chance)
    {
        var (category, name) = kind == SemesterReportKind.Plan ? (DocumentCategory.Plan, "班主任工作计划.txt") : (DocumentCategory.Report, "班主任工作总结.txt");
        school.District.Rows.Add(new SemesterReport
        {
            DistrictId = school.District.Id,
            SemesterReportId = school.District.Rows.IdOf<SemesterReport>(),
            SchoolId = school.Id,
            TeacherId = teacher.Id,
            SemesterId = semester.SemesterId,
            Kind = kind,
            Content = text,
            DocumentId = chance.Is(20) ? DocumentData.Add(school, category, name, $"{school.Row.Name} {teacher.Name}\n{text}", teacher, day) : null,
            WrittenOn = day,
        });
    }
}
