namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// A bundle as read: the rows that are to be stored, by file and by id, good ones and wrong ones. Rows of others (pupils,
/// guardians, timetabled classes) only leave a digest of their id. A district of 30,000 teachers takes some 60 MB.
/// </summary>
internal sealed class Roster(ImportDistrict district, FindingLog log, ImportLimits limits)
{
    private readonly Dictionary<(string File, Bilingual What), int> skipped = [];
    private ILookup<string, RoleRow>? rolesOfUser;
    private SchoolStages? stages;

    public ImportDistrict District { get; } = district;

    /// <summary>OneRoster 1.1: the roles are stated in users.csv.</summary>
    public bool RolesAreInUsers { get; set; }

    public bool HasCourses { get; set; }

    public RowSet<OrgRow> Orgs { get; } = new(log, limits);
    public RowSet<SessionRow> Sessions { get; } = new(log, limits);
    public RowSet<CourseRow> Courses { get; } = new(log, limits);
    public RowSet<RoleRow> Roles { get; } = new(log, limits);
    public RowSet<UserRow> Users { get; } = new(log, limits);
    public RowSet<ClassRow> Classes { get; } = new(log, limits);
    public RowSet<EnrollmentRow> Enrollments { get; } = new(log, limits);

    /// <summary>People who are not on the teaching staff.</summary>
    public IdSet OtherPeople { get; } = new();

    /// <summary>Classes that are not homerooms.</summary>
    public IdSet OtherClasses { get; } = new();

    public IEnumerable<RosterRow> Rows =>
        [.. Orgs.Rows, .. Sessions.Rows, .. Users.Rows, .. Roles.Rows, .. Classes.Rows, .. Enrollments.Rows];

    /// <summary>Asked once all rows are read.</summary>
    public SchoolStages Stages => stages ??= new SchoolStages(Classes.Rows);

    /// <summary>Asked once all roles are read.</summary>
    public IEnumerable<RoleRow> RolesOf(string userSourcedId) =>
        (rolesOfUser ??= Roles.Rows.Where(r => r.UserSourcedId is not null).ToLookup(r => r.UserSourcedId!))[userSourcedId];

    public IEnumerable<LeftAside> Skipped => skipped.Select(s => new LeftAside(s.Key.File, s.Key.What, s.Value));

    public void Skip(string file, Bilingual what) => skipped[(file, what)] = skipped.GetValueOrDefault((file, what)) + 1;
}
