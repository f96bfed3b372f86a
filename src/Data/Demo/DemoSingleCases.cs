using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Appointments;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>What is told of single people in the main district, beside what is everywhere the same.</summary>
internal sealed class DemoSingleCases(SeedDistrict district)
{
    private static readonly DateOnly MoveInSpring = new(2026, 3, 2);

    private SeedCalendar Calendar => district.Calendar;

    public static void Add(SeedDistrict district)
    {
        var cases = new DemoSingleCases(district);
        cases.MoveOneTeacherInSpring();
        cases.CoverForOneOnLeave();
        cases.RetireOneTeacher();
        cases.LendOneTeacher();
        cases.VoidOneMistake();
    }

    /// <summary>The one who was dismissed.</summary>
    public static void AddDismissal(SeedDistrict district) => new DemoSingleCases(district).DismissOneTeacher();

    // A move between schools keeps the person (rule O5); a colleague takes the class over, and keeps it in the next year.
    private void MoveOneTeacherInSpring()
    {
        var (to, from) = (district.Schools[0], district.Schools[1]);
        var interrupted = from.ClassesOf(Calendar.Last).First(c => c.Terms[0].Teacher.TermOn(district.Today) is not null);
        var (mover, term) = interrupted.Terms[0];
        var successor = FreeTeacherOf(from);
        mover.Employments.Single().EndsOn = MoveInSpring;
        Employ(mover, to, MoveInSpring, isPrimary: true);

        (term.EndsOn, term.EndReason) = (MoveInSpring, AppointmentEndReason.Transfer);
        AppointmentData.Appoint(from, interrupted, successor, AppointmentKind.Homeroom, MoveInSpring, Calendar.Last.EndsOn);
        HandOver(from.ClassesOf(Calendar.This).Single(c => c.Terms[0].Teacher == mover), successor);

        // A deputy is a post of its own beside the homeroom teacher (rule A1).
        AppointmentData.Appoint(to, to.ClassesOf(Calendar.This).First(), mover, AppointmentKind.Deputy, Calendar.This.StartsOn, Calendar.This.EndsOn);
    }

    // Acting cover interrupts a term, which goes on afterwards (rule A1).
    private void CoverForOneOnLeave()
    {
        var school = district.Schools[0];
        var (leaves, returns) = (new DateOnly(2026, 10, 12), new DateOnly(2026, 12, 21));
        var schoolClass = school.ClassesOf(Calendar.This).ElementAt(1);
        var (absent, term) = schoolClass.Terms[0];
        absent.Row.Status = TeacherStatus.OnLeave;
        term.EndsOn = leaves;
        AppointmentData.Appoint(school, schoolClass, FreeTeacherOf(school), AppointmentKind.Acting, leaves, returns);
        AppointmentData.Appoint(school, schoolClass, absent, AppointmentKind.Homeroom, returns, Calendar.This.EndsOn);
    }

    private void RetireOneTeacher()
    {
        var retired = FreeTeacherOf(district.Schools[4]);
        retired.Row.Status = TeacherStatus.Retired;
        retired.Employments[^1].EndsOn = MoveInSpring;
    }

    private void LendOneTeacher() =>
        Employ(FreeTeacherOf(district.Schools[2]), district.Schools[3], Calendar.This.StartsOn, isPrimary: false);

    private void VoidOneMistake()
    {
        var school = district.Schools[2];
        var schoolClass = school.ClassesOf(Calendar.This).First();
        AppointmentData.Appoint(school, schoolClass, FreeTeacherOf(school), AppointmentKind.Homeroom, Calendar.This.StartsOn, Calendar.This.EndsOn)
            .State = AppointmentState.Void;
    }

    // A dismissal needs an earlier notice with its outcome (rule A5), and the notice needs the appointment: so the dismissal is a later step.
    private void DismissOneTeacher()
    {
        var (school, day) = (district.Schools[8], new DateOnly(2026, 4, 20));
        var schoolClass = school.ClassesOf(Calendar.Last).ElementAt(2);
        var (teacher, term) = schoolClass.Terms[0];
        var successor = FreeTeacherOf(school);
        (term.EndsOn, term.EndReason, term.ShortTermReason) = (day, null, "帮扶后未见改进，解聘");
        district.Rows.Then(0, "update homeroom.appointment set end_reason = 'dismissal' where appointment_id = any ($1)", [term.AppointmentId]);
        AppointmentData.Appoint(school, schoolClass, successor, AppointmentKind.Homeroom, day, Calendar.Last.EndsOn);
        if (school.ClassesOf(Calendar.This).FirstOrDefault(c => c.Terms[0].Teacher == teacher) is { } goesOn)
            HandOver(goesOn, successor);

        var notice = NoticeData.Issue(school, teacher, term, new(2025, 11, 3), "班级管理松散，量化检查连续两月居年级末位，家长多次反映。");
        (notice.Outcome, notice.OutcomeOn, notice.OutcomeRemark) = (ImprovementOutcome.NotImproved, new(2026, 1, 12), "帮扶期满，常规管理未见改进。");
        var (other, otherTerm) = district.Schools[9].ClassesOf(Calendar.This).First().Terms[0];
        NoticeData.Issue(district.Schools[9], other, otherTerm, new(2026, 10, 19), "早读与路队管理不到位，需加强跟班。");
    }

    /// <summary>The longest-serving one who has worked there only and heads no class last year or this.</summary>
    private SeedTeacher FreeTeacherOf(SeedSchool school) => school.Teachers
        .Where(t => t.Row.Status == TeacherStatus.Active && t.Employments is [{ EndsOn: null }]
            && !t.Appointments.Exists(a => a.EndsOn > Calendar.Last.StartsOn))
        .MinBy(t => t.StartedWorkOn) ?? throw new InvalidOperationException($"{school.Row.Name}: everybody heads a class.");

    private void Employ(SeedTeacher teacher, SeedSchool school, DateOnly startsOn, bool isPrimary)
    {
        teacher.Employments.Add(district.Rows.Add(new Employment
        {
            DistrictId = district.Id,
            EmploymentId = district.Rows.IdOf<Employment>(),
            TeacherId = teacher.Id,
            SchoolId = school.Id,
            StartsOn = startsOn,
            IsPrimary = isPrimary,
        }));
        school.Teachers.Add(teacher);
    }

    private static void HandOver(SeedClass schoolClass, SeedTeacher successor)
    {
        var (before, term) = schoolClass.Terms[0];
        before.Appointments.Remove(term);
        term.TeacherId = successor.Id;
        successor.Appointments.Add(term);
        schoolClass.Terms[0] = (successor, term);
    }
}
