namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A school year or a semester that the district has already.</summary>
internal sealed record StoredPeriod(long Id, string? SourceId, string Name, DateOnly Start, DateOnly End, long? YearId, short Number);

/// <summary>An employment that the district has already.</summary>
internal sealed record StoredEmployment(
    long Id, string? SourceId, long TeacherId, long SchoolId, string SchoolName, DateOnly Start, DateOnly? End, bool IsPrimary);

/// <summary>An appointment in force (rule A1) that the district has already, of the years that the bundle is about.</summary>
internal sealed record StoredAppointment(
    long Id, string? SourceId, long ClassId, long TeacherId, DateOnly Start, DateOnly? End, string Shown);

/// <summary>A class's place: school, school year, grade and number.</summary>
internal sealed record ClassSlot(long SchoolId, long YearId, short Grade, short Number);

/// <summary>
/// What the district has already, as far as a bundle can meet it. It is read once, before the checks; what another writer
/// changes until the bundle is stored is caught by the constraints.
/// </summary>
internal sealed class StoredDistrict(Roster roster)
{
    public StoredRows<string> Schools { get; } = new(id => roster.Orgs[id]);
    public StoredRows<string> Teachers { get; } = new(id => roster.Users[id]);
    public StoredRows<ClassSlot> Classes { get; } = new(id => roster.Classes[id]);
    public HashSet<long> ClassesWithAppointments { get; } = [];
    public List<StoredPeriod> Years { get; } = [];
    public List<StoredPeriod> Semesters { get; } = [];
    public List<StoredAppointment> Appointments { get; } = [];

    private readonly Dictionary<long, List<StoredEmployment>> employmentsOfTeacher = [];
    private ILookup<long, StoredAppointment>? appointmentsOfClass, appointmentsOfTeacher;

    // Records that came with an earlier bundle and are not in this one; they stay as they are.
    public int YearsNotInBundle => Years.Count(y => IsGone(y.SourceId, roster.Sessions));
    public int SemestersNotInBundle => Semesters.Count(s => IsGone(s.SourceId, roster.Sessions));
    public int EmploymentsNotInBundle => employmentsOfTeacher.Values.Sum(l => l.Count(e => IsGone(e.SourceId, roster.Roles)));
    public int AppointmentsNotInBundle => Appointments.Count(a => IsGone(a.SourceId, roster.Enrollments));

    public void Add(StoredEmployment employment)
    {
        if (!employmentsOfTeacher.TryGetValue(employment.TeacherId, out var list)) employmentsOfTeacher[employment.TeacherId] = list = [];
        list.Add(employment);
    }

    /// <summary>Finds for each row of the bundle the record that it is about.</summary>
    public void MatchAll()
    {
        Schools.MatchAll(roster.Orgs.Rows.Where(o => o.IsSchool), o => o.Identifier);
        Teachers.MatchAll(roster.Users.Rows, u => u.StaffNumber);
        MatchPeriods(Years, roster.Sessions.Good.Where(s => s.IsSchoolYear), (y, row) => y.Name == row.Title || Overlap(y, row));
        MatchPeriods(Semesters, roster.Sessions.Good.Where(s => s.IsSemester),
            (s, row) => s.YearId == row.Year?.StoredId && s.Number == row.SemesterNumber);
        Classes.MatchAll(roster.Classes.Rows, SlotOf);
        MatchEmployments();
    }

    /// <summary>A school year, not this one, that has its days or its name.</summary>
    public StoredPeriod? YearBeside(SessionRow year) => Beside(Years, year, y => Overlap(y, year) || y.Name == year.Title);

    /// <summary>A semester, not this one, that has its days or its number in the year.</summary>
    public StoredPeriod? SemesterBeside(SessionRow semester) => Beside(Semesters, semester,
        s => Overlap(s, semester) || (s.YearId == semester.Year?.StoredId && s.Number == semester.SemesterNumber));

    /// <summary>Years and semesters: by sourcedId, else one that came from elsewhere and is like it; each only once.</summary>
    private void MatchPeriods(List<StoredPeriod> stored, IEnumerable<SessionRow> rows, Func<StoredPeriod, SessionRow, bool> areAlike)
    {
        var taken = new HashSet<long>();
        foreach (var row in rows)
        {
            row.StoredId = (stored.Find(p => p.SourceId == row.SourcedId)
                ?? stored.Find(p => IsOfNoRow(p.SourceId, roster.Sessions) && !taken.Contains(p.Id) && areAlike(p, row)))?.Id;
            if (row.StoredId is { } id) taken.Add(id);
        }
    }

    /// <summary>Employments: by sourcedId, else one that came from elsewhere, at the same school at the same time; each only once.</summary>
    private void MatchEmployments()
    {
        var taken = new HashSet<long>();
        foreach (var role in roster.Roles.Good)
        {
            var of = EmploymentsOf(role);
            role.StoredId = (of.FirstOrDefault(e => e.SourceId == role.SourcedId)
                ?? of.FirstOrDefault(e => !role.IsWithdrawn && IsOfNoRow(e.SourceId, roster.Roles) && !taken.Contains(e.Id)
                    && e.SchoolId == SchoolOf(role) && Overlap(e, role)))?.Id;
            if (role.StoredId is { } id) taken.Add(id);
        }
    }

    public ClassSlot? SlotOf(ClassRow row) =>
        roster.Orgs[row.SchoolSourcedId]?.StoredId is { } school && row is { Year.StoredId: { } year, Grade: { } grade, Number: { } number }
            ? new ClassSlot(school, year, grade, number)
            : null;

    /// <summary>An employment that would stand against the role's: one made by hand, or of a row that is itself wrong.</summary>
    public StoredEmployment? EmploymentBeside(RoleRow role) =>
        Clashing(role).FirstOrDefault(e => e.SourceId is not { } source || roster.Roles[source] is { IsGood: false });

    /// <summary>Employments of earlier bundles that this one no longer has and that stand against the role's.</summary>
    public IEnumerable<StoredEmployment> SupersededBy(RoleRow role) =>
        Clashing(role).Where(e => e.SourceId is { } source && !roster.Roles.Has(source));

    /// <summary>An appointment that would stand against the row's (rule A1): made by hand, or of a row that is itself wrong.</summary>
    public StoredAppointment? AppointmentBeside(EnrollmentRow row) =>
        Clashing(row).FirstOrDefault(a => a.SourceId is not { } source || roster.Enrollments[source] is { IsGood: false });

    /// <summary>Appointments of earlier bundles that this one no longer has and that stand against the row's.</summary>
    public IEnumerable<StoredAppointment> SupersededBy(EnrollmentRow row) =>
        Clashing(row).Where(a => a.SourceId is { } source && !roster.Enrollments.Has(source));

    private IEnumerable<StoredEmployment> Clashing(RoleRow role)
    {
        return EmploymentsOf(role).Where(e =>
            e.Id != role.StoredId && Overlap(e, role) && ((e.IsPrimary && role.IsPrimary) || e.SchoolId == SchoolOf(role)));
    }

    private IEnumerable<StoredAppointment> Clashing(EnrollmentRow row)
    {
        appointmentsOfClass ??= Appointments.ToLookup(a => a.ClassId);
        appointmentsOfTeacher ??= Appointments.ToLookup(a => a.TeacherId);
        var ofClass = roster.Classes[row.ClassSourcedId]?.StoredId is { } classId ? appointmentsOfClass[classId] : [];
        var ofTeacher = roster.Users[row.UserSourcedId]?.StoredId is { } teacherId ? appointmentsOfTeacher[teacherId] : [];
        return ofClass.Concat(ofTeacher).Distinct()
            .Where(a => a.SourceId != row.SourcedId && a.Start < row.EndsOn && (a.End is null || row.StartsOn < a.End));
    }

    private StoredPeriod? Beside(List<StoredPeriod> stored, SessionRow row, Predicate<StoredPeriod> clashes) => stored.Find(p =>
        p.Id != row.StoredId && clashes(p)
        && !(p.SourceId is { } source && roster.Sessions[source] is { IsGood: true, IsWithdrawn: false }));

    private IEnumerable<StoredEmployment> EmploymentsOf(RoleRow role) =>
        roster.Users[role.UserSourcedId]?.StoredId is { } teacher && employmentsOfTeacher.TryGetValue(teacher, out var list) ? list : [];

    private long? SchoolOf(RoleRow role) => roster.Orgs[role.OrgSourcedId]?.StoredId;

    private static bool IsGone<TRow>(string? source, RowSet<TRow> rows) where TRow : RosterRow => source is not null && !rows.Has(source);

    /// <summary>Made by hand, or brought by a row that the bundle no longer has.</summary>
    private static bool IsOfNoRow<TRow>(string? source, RowSet<TRow> rows) where TRow : RosterRow => source is null || !rows.Has(source);

    private static bool Overlap(StoredPeriod stored, SessionRow row) => stored.Start < row.End && row.Start < stored.End;

    private static bool Overlap(StoredEmployment stored, RoleRow role) =>
        (role.End is null || stored.Start < role.End) && (stored.End is null || role.Begin is null || role.Begin < stored.End);
}
