using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>Fills the main district of the demo: what is everywhere the same, then what is told of single people.</summary>
internal sealed class DemoDistrictData
{
    private static readonly DateOnly MoveInSpring = new(2026, 3, 2);

    private readonly District district;
    private readonly DemoCalendar calendar;
    private readonly List<(School School, List<Teacher> Teachers)> schools = [];

    private DemoDistrictData(District district)
    {
        this.district = district;
        calendar = new(district);
    }

    /// <summary>Adds everything to the district.</summary>
    public static void Fill(District district)
    {
        var data = new DemoDistrictData(district);
        data.AddSubjects();
        data.AddSchools();
        data.MoveOneTeacherInSpring();
        data.CoverForOneOnLeave();
        data.RetireOneTeacher();
        data.LendOneTeacher();
        data.VoidOneMistake();
    }

    private void AddSubjects() => district.Subjects.AddRange(
        DemoRoster.Subjects.Select(subject => new Subject { Code = subject.Code, Name = subject.Name }));

    private void AddSchools()
    {
        var people = new DemoPeople(district);
        foreach (var plan in DemoRoster.Schools)
        {
            var school = new School { Code = plan.Code, Name = plan.Name, Pinyin = Pinyin.OfText(plan.Name), Stage = plan.Stage };
            district.Schools.Add(school);
            var teachers = people.Employ(plan, school);
            schools.Add((school, teachers));
            var classes = new DemoClasses(school, plan);
            Appoint(classes.Of(calendar.Last), teachers, AppointmentEndReason.TermEnd);
            Appoint(classes.Of(calendar.This), teachers, endReason: null);
        }
    }

    private static void Appoint(
        List<(SchoolClass Class, int TeacherPlace)> classes, List<Teacher> teachers, AppointmentEndReason? endReason)
    {
        foreach (var (schoolClass, place) in classes)
        {
            Add(schoolClass, teachers[place], AppointmentKind.Homeroom, schoolClass.SchoolYear.StartsOn, schoolClass.SchoolYear.EndsOn)
                .EndReason = endReason;
        }
    }

    // A move between schools keeps the person (rule O5); a colleague takes the class over, and keeps it in the next year.
    private void MoveOneTeacherInSpring()
    {
        var (from, colleagues) = schools[1];
        var to = schools[0].School;
        var mover = colleagues[0];
        var successor = colleagues[^1];
        mover.Employments.Single().EndsOn = MoveInSpring;
        mover.Employments.Add(new() { School = to, StartsOn = MoveInSpring });

        var interrupted = TermOf(mover, calendar.Last);
        Add(interrupted.Class, successor, AppointmentKind.Homeroom, MoveInSpring, calendar.Last.EndsOn).EndReason = AppointmentEndReason.TermEnd;
        (interrupted.EndsOn, interrupted.EndReason) = (MoveInSpring, AppointmentEndReason.Transfer);
        HandOver(TermOf(mover, calendar.This), successor);

        // A deputy is a post of its own beside the homeroom teacher (rule A1).
        var firstGrade = to.Classes.First(c => c.SchoolYear == calendar.This && c is { Grade: 1, Number: 1 });
        Add(firstGrade, mover, AppointmentKind.Deputy, calendar.This.StartsOn, calendar.This.EndsOn);
    }

    // Acting cover interrupts a term, which goes on afterwards (rule A1).
    private void CoverForOneOnLeave()
    {
        var teachers = schools[0].Teachers;
        var (leaves, returns) = (new DateOnly(2026, 10, 12), new DateOnly(2026, 12, 21));
        var absent = teachers[1];
        absent.Status = TeacherStatus.OnLeave;
        var term = TermOf(absent, calendar.This);
        term.EndsOn = leaves;
        Add(term.Class, teachers[^1], AppointmentKind.Acting, leaves, returns);
        Add(term.Class, absent, AppointmentKind.Homeroom, returns, calendar.This.EndsOn);
    }

    private void RetireOneTeacher()
    {
        var retired = schools[4].Teachers[^1];
        retired.Status = TeacherStatus.Retired;
        retired.Employments.Single().EndsOn = MoveInSpring;
    }

    private void LendOneTeacher() => schools[2].Teachers[^1].Employments.Add(
        new() { School = schools[3].School, StartsOn = calendar.This.StartsOn, IsPrimary = false });

    private void VoidOneMistake()
    {
        var schoolClass = schools[2].School.Classes.First(c => c.SchoolYear == calendar.This);
        Add(schoolClass, schools[2].Teachers[^2], AppointmentKind.Homeroom, calendar.This.StartsOn, calendar.This.EndsOn)
            .State = AppointmentState.Void;
    }

    private static void HandOver(Appointment term, Teacher successor)
    {
        term.Teacher.Appointments.Remove(term);
        term.Teacher = successor;
        successor.Appointments.Add(term);
    }

    private static Appointment TermOf(Teacher teacher, SchoolYear year) =>
        teacher.Appointments.Single(a => a.Class.SchoolYear == year && a.Kind == AppointmentKind.Homeroom);

    private static Appointment Add(SchoolClass schoolClass, Teacher teacher, AppointmentKind kind, DateOnly startsOn, DateOnly endsOn)
    {
        var appointment = new Appointment
        {
            School = schoolClass.School, Class = schoolClass, Teacher = teacher, Kind = kind, StartsOn = startsOn, EndsOn = endsOn,
        };
        teacher.Appointments.Add(appointment);
        schoolClass.Appointments.Add(appointment);
        return appointment;
    }
}
