using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Reads the files of a bundle, row by row and roles before users, so that of a pupil nothing is ever held (rule O6). What a
/// column's cells must be is checked on the way; what holds between the rows is checked afterwards.
/// </summary>
internal sealed class RosterReading(ZipBundle bundle, Roster roster, ImportWork work)
{
    private const int RowsBetweenSigns = 5_000;

    private static readonly Bilingual Pupils = new("学生（不存储）", "pupils (never stored)");
    private static readonly Bilingual OtherPeople = new("学生、家长和其他非教学人员（不存储）", "pupils, guardians and others who don't teach (never stored)");
    private static readonly Bilingual OtherRoles = new("非教学角色", "roles that are not of teaching staff");
    private static readonly Bilingual OtherClasses = new("非行政班", "classes that are not homerooms");
    private static readonly Bilingual OtherEnrollments = new("非班主任的选课记录", "enrolments that are not of a homeroom teacher");

    public void ReadAll(Manifest manifest)
    {
        roster.RolesAreInUsers = manifest.IsVersion11;
        roster.HasCourses = manifest.Has(RosterFiles.Courses);

        Read(RosterFiles.Orgs, OrgRow.Columns, row => Keep(roster.Orgs, new OrgRow(row), row));
        Read(RosterFiles.Sessions, SessionRow.Columns, row => Keep(roster.Sessions, new SessionRow(row), row));
        if (roster.HasCourses) Read(RosterFiles.Courses, CourseRow.Columns, row => Keep(roster.Courses, new CourseRow(row), row));
        if (manifest.IsVersion11)
        {
            Read(RosterFiles.Users, UserRow.ColumnsOfVersion11, ReadUserWithRoles);
        }
        else
        {
            Read(RosterFiles.Roles, RoleRow.Columns, ReadRole);
            Read(RosterFiles.Users, UserRow.Columns, ReadUser);
        }
        Read(RosterFiles.Classes, ClassRow.Columns, ReadClass);
        Read(RosterFiles.Enrollments, EnrollmentRow.Columns, ReadEnrollment);
    }

    private void Read(string file, IReadOnlyCollection<Column> columns, Action<TableReader> take)
    {
        using var stream = bundle.OpenEntry(file);
        var row = new TableReader(stream, file, columns, work.Request.Limits, work.Log);
        while (row.Read())
        {
            row.IsLenient = RosterRow.IsToBeDeleted(row);
            take(row);
            if (row.RowsRead % RowsBetweenSigns != 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report(ImportStep.Reading, file, row.RowsRead);
        }
        work.Report(ImportStep.Reading, file, row.RowsRead);
    }

    private static void Keep<TRow>(RowSet<TRow> rows, TRow read, TableReader row) where TRow : RosterRow
    {
        if (row.Fault is { } fault) read.IsAtFault(fault);
        rows.Add(read);
    }

    private void ReadRole(TableReader row)
    {
        var role = row.Raw(RoleRow.RoleColumn);
        if (RosterWords.IsOfOthers(role)) SkipPerson(row, role, row.Raw(RoleRow.UserColumn), OtherRoles);
        else Keep(roster.Roles, new RoleRow(row), row);
    }

    private void ReadUser(TableReader row)
    {
        var user = row.Raw(RosterRow.SourcedIdColumn);
        if (!roster.RolesOf(user).Any() && roster.OtherPeople.Contains(user)) roster.Skip(row.File, OtherPeople);
        else Keep(roster.Users, new UserRow(row), row);
    }

    private void ReadUserWithRoles(TableReader row)
    {
        var role = row.Raw(UserRow.RoleColumn);
        if (RosterWords.IsOfOthers(role))
        {
            SkipPerson(row, role, row.Raw(RosterRow.SourcedIdColumn), OtherPeople);
            return;
        }
        var user = new UserRow(row);
        row.Value(UserRow.RoleColumn);
        var orgs = row.Value(UserRow.OrgsColumn) ?? [];
        Keep(roster.Users, user, row);
        if (!user.IsGood) return;
        foreach (var (index, org) in orgs.Distinct().Index()) roster.Roles.Add(new RoleRow(user, org, isPrimary: index == 0));
    }

    private void SkipPerson(TableReader row, string role, string user, Bilingual what)
    {
        if (user.Length > 0) roster.OtherPeople.Add(user);
        roster.Skip(row.File, role == "student" ? Pupils : what);
    }

    private void ReadClass(TableReader row)
    {
        var type = row.Raw(ClassRow.TypeColumn);
        if (type == ClassRow.Scheduled || type.StartsWith("ext:", StringComparison.Ordinal))
        {
            roster.OtherClasses.Add(row.Raw(RosterRow.SourcedIdColumn));
            roster.Skip(row.File, OtherClasses);
        }
        else
        {
            Keep(roster.Classes, new ClassRow(row), row);
        }
    }

    private void ReadEnrollment(TableReader row)
    {
        var role = row.Raw(EnrollmentRow.RoleColumn);
        if (role == "student") roster.Skip(row.File, Pupils);
        else if (row.Fault is null && (IsOfAnother(role) || IsNotPrimary(row) || IsOfAnotherClass(row)))
            roster.Skip(row.File, OtherEnrollments);
        else Keep(roster.Enrollments, new EnrollmentRow(row), row);
    }

    private static bool IsNotPrimary(TableReader row) =>
        row.Raw(EnrollmentRow.PrimaryColumn) is var text && (text == "" || text.Equals("false", StringComparison.OrdinalIgnoreCase));

    private bool IsOfAnotherClass(TableReader row) => roster.OtherClasses.Contains(row.Raw(EnrollmentRow.ClassColumn));

    private static bool IsOfAnother(string role) =>
        role != EnrollmentRow.Teacher
        && (RosterWords.EnrollmentRoles.Contains(role) || role.StartsWith("ext:", StringComparison.Ordinal));
}
