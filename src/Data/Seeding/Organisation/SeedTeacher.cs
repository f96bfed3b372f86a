using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>A teacher while the district is made: what the other areas ask of a person.</summary>
internal sealed class SeedTeacher(Teacher row, Subject subject)
{
    public Teacher Row { get; } = row;
    public long Id => Row.TeacherId;
    public string Name => Row.Name;

    /// <summary>The main subject.</summary>
    public Subject Subject { get; } = subject;

    public List<Employment> Employments { get; } = [];
    public List<TeacherTitle> Titles { get; } = [];

    /// <summary>The appointments to classes, in the order of time.</summary>
    public List<Appointment> Appointments { get; } = [];

    /// <summary>Whom the teacher mentors or has mentored.</summary>
    public List<SeedTeacher> Mentees { get; } = [];

    public DateOnly StartedWorkOn => Row.StartedWorkOn ?? throw new InvalidOperationException($"{Name} never started to work.");

    public bool WorksAt(long schoolId, DateOnly day) =>
        Employments.Exists(e => e.SchoolId == schoolId && e.StartsOn <= day && (e.EndsOn is null || day < e.EndsOn));

    public ProfessionalTitle? TitleOn(DateOnly day) => Titles.Find(t => t.StartsOn <= day && (t.EndsOn is null || day < t.EndsOn))?.Title;

    /// <summary>The appointment as homeroom or acting teacher on that day.</summary>
    public Appointment? TermOn(DateOnly day) => Terms.FirstOrDefault(a => a.StartsOn <= day && (a.EndsOn is null || day < a.EndsOn));

    /// <summary>The months of homeroom service up to that day, as <c>homeroom.service_months</c> counts them, to within a month.</summary>
    public int ServiceMonthsOn(DateOnly day)
    {
        var days = Terms.Where(a => a.StartsOn <= day)
            .Sum(a => (a.EndsOn is { } end && end <= day ? end : day.AddDays(1)).DayNumber - a.StartsOn.DayNumber);
        return Row.EarlierHomeroomMonths + (int)(days / 30.436875);
    }

    private IEnumerable<Appointment> Terms =>
        Appointments.Where(a => a is { State: AppointmentState.Active, Kind: not AppointmentKind.Deputy });
}

/// <summary>A class of one school year while the district is made.</summary>
internal sealed record SeedClass(SchoolClass Row, SchoolYear Year, Cohort Cohort)
{
    public long Id => Row.ClassId;

    /// <summary>Who heads it, in the order of time.</summary>
    public List<(SeedTeacher Teacher, Appointment Appointment)> Terms { get; } = [];

    /// <summary>Who heads it on that day.</summary>
    public SeedTeacher? TeacherOn(DateOnly day) =>
        Terms.Find(t => t.Appointment.State == AppointmentState.Active && t.Appointment.StartsOn <= day
            && (t.Appointment.EndsOn is null || day < t.Appointment.EndsOn)).Teacher;
}
